package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.SiteCard;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.OrganisationId;
import org.muster.shared.SiteId;

/** Finds where on the map of divisions a supplier's sites lie. */
@ApplicationScoped
class Spots {

    private final OrganisationRegistry registry;
    private final Places places;

    Spots(OrganisationRegistry registry, Places places) {
        this.registry = registry;
        this.places = places;
    }

    /** This site of the organisation, or its first one; empty when it has no such site. */
    Optional<Spot> of(OrganisationId organisation, @Nullable SiteId site) {
        return registry.sites(organisation).stream()
                .filter(card -> site == null || card.id().equals(site))
                .findFirst()
                .map(this::spot);
    }

    List<Spot> allOf(OrganisationId organisation) {
        return registry.sites(organisation).stream().map(this::spot).toList();
    }

    /** The first site of each of these. */
    Map<OrganisationId, Spot> firstOf(Collection<OrganisationId> organisations) {
        Map<OrganisationId, Spot> first = new HashMap<>();
        registry.sitesOf(organisations).forEach(card -> first.putIfAbsent(card.organisation(), spot(card)));
        return first;
    }

    /** All sites of each of these, the first first. */
    Map<OrganisationId, List<Spot>> allOf(Collection<OrganisationId> organisations) {
        Map<OrganisationId, List<Spot>> all = new HashMap<>();
        registry.sitesOf(organisations)
                .forEach(card -> all.computeIfAbsent(card.organisation(), any -> new ArrayList<>())
                        .add(spot(card)));
        return all;
    }

    /** Cuts the supplier's names, which often begin with where it sits, out of texts. */
    Anonymity anonymity(Supplier supplier, Spot spot) {
        List<String> names = Stream.of(
                        Optional.of(spot.provinceCode()),
                        Optional.of(spot.cityCode()),
                        Optional.ofNullable(spot.countyCode()))
                .flatMap(Optional::stream)
                .flatMap(code -> places.byCode(code).stream())
                .flatMap(place -> Stream.of(place.nameZh(), place.shortZh(), place.nameEn()))
                .distinct()
                .toList();
        return new Anonymity(supplier.name(), supplier.nameEn(), names);
    }

    private Spot spot(SiteCard card) {
        Place place = places.byCode(card.placeCode())
                .orElseThrow(() -> new IllegalStateException("A site lies in an unknown place: " + card.placeCode()));
        Place province = places.province(place);
        Place city = places.city(place).orElse(province);
        return new Spot(
                card.id(),
                place.code(),
                province.code(),
                city.code(),
                place.level() == Level.COUNTY ? place.code() : null,
                card.point(),
                city.point());
    }
}

package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Coverage;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.organisation.AreaDelegation;
import org.muster.organisation.Delegations;
import org.muster.organisation.Keepers;
import org.muster.reference.Division;
import org.muster.reference.Divisions;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** Which divisions and places are covered by how much supply, for those who look for gaps. */
@Path("/coverage")
class CoverageResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance coverage(CoveragePage view);
    }

    /** A division or place with its figures; a name that is empty stands for listings without a division. */
    record Line(String code, String name, Coverage.Row row) {}

    /** A way to another area. */
    record Area(String code, String name, boolean current) {}

    /**
     * @param area in words; empty for everywhere
     * @param missing divisions without any supply
     */
    record CoveragePage(
            String area,
            List<Area> areas,
            List<Line> divisions,
            List<Line> places,
            List<String> missing,
            int covered,
            int all,
            boolean byCity,
            List<Keepers.Kept> kept) {}

    private final Catalogue catalogue;
    private final Delegations delegations;
    private final Keepers keepers;
    private final Divisions divisions;
    private final DivisionNames divisionNames;
    private final Places places;
    private final PlaceNames placeNames;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    CoverageResource(
            Catalogue catalogue,
            Delegations delegations,
            Keepers keepers,
            Divisions divisions,
            DivisionNames divisionNames,
            Places places,
            PlaceNames placeNames,
            CurrentActor actor,
            Language language,
            Clock clock) {
        this.catalogue = catalogue;
        this.delegations = delegations;
        this.keepers = keepers;
        this.divisions = divisions;
        this.divisionNames = divisionNames;
        this.places = places;
        this.placeNames = placeNames;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String place) {
        Actor viewer = actor.get();
        Locale locale = language.locale();
        Optional<Place> area = place.isEmpty()
                ? Optional.empty()
                : Optional.of(places.byCode(place).orElseThrow(NotFound::new));
        Coverage coverage = catalogue
                .coverage(
                        viewer,
                        List.of(area.map(CoverageResource::beginning).orElse("")),
                        area.isPresent(),
                        clock.instant())
                .orElseThrow(NotFound::new);
        Map<String, Coverage.Row> byDivision = new HashMap<>();
        coverage.divisions().forEach(row -> byDivision.put(row.code(), row));
        List<Division> all = divisions.all();
        return Templates.coverage(new CoveragePage(
                area.map(one -> placeNames.full(one.code(), locale)).orElse(""),
                areas(viewer, place, locale),
                Stream.concat(all.stream().map(Division::code), Stream.of(""))
                        .flatMap(code -> Optional.ofNullable(byDivision.get(code)).stream())
                        .map(row -> new Line(row.code(), divisionNames.full(row.code(), locale), row))
                        .toList(),
                coverage.places().stream()
                        .map(row -> new Line(row.code(), placeNames.full(row.code(), locale), row))
                        .toList(),
                all.stream()
                        .filter(division -> !byDivision.containsKey(division.code()))
                        .map(division -> divisionNames.full(division.code(), locale))
                        .toList(),
                (int) all.stream()
                        .filter(division -> byDivision.containsKey(division.code()))
                        .count(),
                all.size(),
                area.isPresent(),
                keepers.keptBy(viewer)));
    }

    /** Everywhere, and the areas that the viewer looks after. */
    private List<Area> areas(Actor viewer, String current, Locale locale) {
        String everywhere = language.messages(BelongingMessages.class).coverage_everywhere();
        return Stream.concat(
                        Stream.of(new Area("", everywhere, current.isEmpty())),
                        delegations.own(viewer).stream()
                                .filter(area -> area.grantedAt().isPresent())
                                .map(AreaDelegation::placeCode)
                                .distinct()
                                .map(code -> new Area(code, placeNames.full(code, locale), code.equals(current))))
                .toList();
    }

    /** What the codes of all places in it begin with. */
    private static String beginning(Place place) {
        if (place.level() == Level.PROVINCE) {
            return place.code().substring(0, 2);
        }
        return place.code().endsWith("00") ? place.code().substring(0, 4) : place.code();
    }
}

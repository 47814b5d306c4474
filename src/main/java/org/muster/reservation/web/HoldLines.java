package org.muster.reservation.web;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.Weeks;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimState;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldView;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** Holds with the names of what and whom they concern; few queries for a page of them. */
@RequestScoped
class HoldLines {

    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final Language language;

    HoldLines(Catalogue catalogue, OrganisationRegistry registry, Language language) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.language = language;
    }

    List<HoldLine> of(Actor viewer, List<HoldView> holds, Instant now) {
        Set<ListingId> listings = new HashSet<>();
        holds.forEach(
                hold -> hold.claims().forEach(claim -> listings.add(claim.what().listing())));
        Map<ListingId, ListingCard> cards = new HashMap<>();
        catalogue.cards(viewer, List.copyOf(listings), now).forEach(card -> cards.put(card.id(), card));
        Map<OrganisationId, OrganisationCard> holders =
                registry.cards(holds.stream().map(HoldView::holder).distinct().toList());
        return holds.stream().map(hold -> line(hold, cards, holders)).toList();
    }

    private HoldLine line(
            HoldView hold, Map<ListingId, ListingCard> cards, Map<OrganisationId, OrganisationCard> holders) {
        List<HoldLine.What> what =
                hold.claims().stream().map(claim -> what(claim, cards)).toList();
        Who who = hold.mine() ? suppliers(hold, cards.values()) : holder(holders.get(hold.holder()));
        return new HoldLine(
                hold.id().toString(),
                hold.state(),
                who.name(),
                who.url(),
                what,
                hold.placedAt(),
                hold.placedByName(),
                hold.state() == ClaimState.HELD ? hold.until() : null,
                hold.reason(),
                hold.canCommit(),
                hold.canRelease(),
                hold.canConsume(),
                hold.canExtend(),
                hold.canReduce(),
                UUID.randomUUID().toString());
    }

    private HoldLine.What what(ClaimView claim, Map<ListingId, ListingCard> cards) {
        ListingCard card = cards.get(claim.what().listing());
        Quantity quantity = null;
        TimeWindow during = null;
        String days = "";
        if (claim.what() instanceof Claim.Time time) {
            during = time.during();
        } else if (claim.what() instanceof Claim.Amount amount) {
            quantity = amount.quantity();
        } else if (claim.what() instanceof Claim.Rate rate) {
            quantity = rate.quantity();
            days = days(rate.during());
        }
        return new HoldLine.What(
                claim.id().toString(),
                card == null ? language.messages(ReservationMessages.class).listing_gone() : title(card),
                card == null ? null : "/listings/" + card.id(),
                claim.state(),
                quantity,
                during == null ? null : during.from(),
                during == null ? null : during.to(),
                days);
    }

    String title(ListingCard card) {
        String english = card.titleEn();
        return !language.isChinese() && english != null ? english : card.title();
    }

    /** Whole days of the site, the last one named. */
    String days(TimeWindow during) {
        LocalDate first = during.from().atZone(Weeks.ZONE).toLocalDate();
        LocalDate last = during.to().atZone(Weeks.ZONE).toLocalDate().minusDays(1);
        return first.equals(last)
                ? Times.day(first, language.locale())
                : Times.day(first, language.locale()) + " – " + Times.day(last, language.locale());
    }

    private record Who(String name, @Nullable String url) {}

    private Who holder(@Nullable OrganisationCard card) {
        return card == null
                ? new Who("", null)
                : new Who(name(card.name(), card.nameEn()), "/organisations/" + card.id());
    }

    /** Whose listings they are, as far as the viewer may know. */
    private Who suppliers(HoldView hold, Collection<ListingCard> cards) {
        Set<ListingId> held = new HashSet<>();
        hold.claims().forEach(claim -> held.add(claim.what().listing()));
        List<ListingCard> known = cards.stream()
                .filter(card -> held.contains(card.id()) && card.organisationName() != null)
                .toList();
        List<String> names =
                known.stream().map(ListingCard::organisationName).distinct().toList();
        String separator = language.isChinese() ? "、" : ", ";
        return names.size() == 1
                ? new Who(names.get(0), "/organisations/" + known.get(0).organisation())
                : new Who(String.join(separator, names), null);
    }

    private String name(String chinese, @Nullable String english) {
        return !language.isChinese() && english != null ? english : chinese;
    }
}

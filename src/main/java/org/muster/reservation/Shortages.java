package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Offer;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Says of a request that was refused what it lacks: until when the time is held, or how much is left. Never by whom. */
@ApplicationScoped
class Shortages {

    private final Sql sql;
    private final Lots lots;
    private final Pools pools;
    private final Catalogue catalogue;

    Shortages(Sql sql, Lots lots, Pools pools, Catalogue catalogue) {
        this.sql = sql;
        this.lots = lots;
        this.pools = pools;
        this.catalogue = catalogue;
    }

    List<Refusal> explained(List<Refusal> reasons, Actor actor, HoldRequest request, Instant now) {
        return reasons.stream()
                .map(reason -> switch (reason.key()) {
                    case "reservation.taken" -> taken(request, now).orElse(reason);
                    case "reservation.not_enough" -> tooLittle(request).orElse(reason);
                    case "reservation.not_enough_in_days" ->
                        tooLittleInDays(actor, request, now).orElse(reason);
                    default -> reason;
                })
                .toList();
    }

    /** The first claim that meets somebody else's hold, if that one ends by itself. */
    private Optional<Refusal> taken(HoldRequest request, Instant now) {
        for (int i = 0; i < request.claims().size(); i++) {
            if (request.claims().get(i) instanceof Claim.Time time) {
                String field = "claims." + i;
                List<Refusal> found = sql.with(
                        """
                        select bool_or(until is null) as committed, max(until) as until from occupancy
                        where listing_id = ? and during && ?::tstzrange and (until is null or until > ?) having count(*) > 0
                        """,
                        statement -> statement
                                .add(time.listing().value())
                                .during(time.during())
                                .add(now)
                                .list(row -> {
                                    Instant until = Sql.instant(row, "until");
                                    return row.getBoolean("committed") || until == null
                                            ? Refusal.at(field, "reservation.taken")
                                            : Refusal.at(field, "reservation.taken_until", until);
                                }));
                if (!found.isEmpty()) {
                    return Optional.of(found.get(0));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> tooLittle(HoldRequest request) {
        SortedMap<UUID, BigDecimal> wanted = new TreeMap<>();
        for (Claim claim : request.claims()) {
            if (claim instanceof Claim.Amount amount) {
                wanted.merge(amount.listing().value(), amount.quantity().inBase(), BigDecimal::add);
            }
        }
        Map<ListingId, BigDecimal> left =
                lots.left(wanted.keySet().stream().map(ListingId::new).toList());
        for (int i = 0; i < request.claims().size(); i++) {
            if (request.claims().get(i) instanceof Claim.Amount amount) {
                BigDecimal there = left.getOrDefault(amount.listing(), BigDecimal.ZERO);
                if (wanted.getOrDefault(amount.listing().value(), BigDecimal.ZERO)
                                .compareTo(there)
                        > 0) {
                    Quantity said = Amounts.said(there, amount.quantity().unit());
                    return Optional.of(Refusal.at("claims." + i, "reservation.not_enough_left", said));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> tooLittleInDays(Actor actor, HoldRequest request, Instant now) {
        List<Claim.Rate> rates = request.claims().stream()
                .filter(claim -> claim instanceof Claim.Rate)
                .map(claim -> (Claim.Rate) claim)
                .toList();
        Map<ListingId, Offer> offers = catalogue.offers(actor, Pools.rated(request.claims()), now).stream()
                .collect(Collectors.toMap(Offer::listing, Function.identity()));
        Map<ListingId, Map<LocalDate, BigDecimal>> left = pools.left(rates, offers, now);
        for (int i = 0; i < request.claims().size(); i++) {
            if (request.claims().get(i) instanceof Claim.Rate rate && offers.containsKey(rate.listing())) {
                Map<LocalDate, BigDecimal> ofListing = left.getOrDefault(rate.listing(), Map.of());
                BigDecimal there = Days.whole(
                                rate.during(),
                                Objects.requireNonNull(offers.get(rate.listing()))
                                        .zone())
                        .orElse(List.of())
                        .stream()
                        .map(day -> ofListing.getOrDefault(day, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (rate.quantity().inBase().compareTo(there) > 0) {
                    return Optional.of(Refusal.at(
                            "claims." + i,
                            "reservation.not_enough_left_in_days",
                            Amounts.said(there, rate.quantity().unit())));
                }
            }
        }
        return Optional.empty();
    }
}

package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.LegalBasis;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.Offer;
import org.muster.catalogue.Sale;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.reservation.Claim;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/** Reads a single ask: what is wrong with it, all at once, each at its field. What a listing sells is read in a transaction of its own. */
@ApplicationScoped
@Transactional
class OneAskReader {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 120;
    private static final Unit PIECE = Unit.of("piece");

    private final Catalogue catalogue;

    OneAskReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Outcome<AskLeg> read(Actor actor, EmergencyView emergency, OneAsk typed, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<ListingCard> card = listing(typed.listing())
                .flatMap(id -> catalogue.cards(actor, List.of(id), now).stream().findFirst());
        Optional<Offer> offer = card.flatMap(
                one -> catalogue.offers(actor, List.of(one.id()), now).stream().findFirst());
        if (offer.isEmpty()) {
            refusals.add(Refusal.at("listing", "ask.listing_unknown"));
        }
        Optional<Claim> claim = offer.flatMap(one -> claim(one, typed, refusals));
        Optional<LocalDate> needed = AnswerRules.day("neededBy", typed.neededBy(), refusals);
        if (needed.isPresent() && needed.get().isBefore(LocalDate.ofInstant(now, ZONE))) {
            refusals.add(Refusal.at("neededBy", "ask.day_past"));
        }
        if (emergency.areas().stream().noneMatch(area -> area.placeCode().equals(typed.place()))) {
            refusals.add(Refusal.at("place", "ask.place_missing"));
        }
        Optional<LegalBasis> basis = Arrays.stream(LegalBasis.values())
                .filter(one -> one.name().equals(typed.basis()))
                .findFirst();
        String authority = typed.authority().strip();
        String document = typed.document().strip();
        if (basis.isEmpty()) {
            refusals.add(Refusal.at("basis", "ask.basis_missing"));
        } else {
            if (authority.length() > LONGEST || basis.get().needsAuthority() && authority.length() < 2) {
                refusals.add(Refusal.at("authority", "ask.authority_missing"));
            }
            if (document.length() > LONGEST || basis.get().needsDocument() && document.length() < 2) {
                refusals.add(Refusal.at("document", "ask.document_missing"));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        ListingCard of = card.orElseThrow();
        String english = of.titleEn();
        return Outcome.accepted(new AskLeg(
                null,
                0,
                offer.orElseThrow().supplier(),
                of.id(),
                of.title(),
                claim.orElseThrow(),
                Optional.ofNullable(of.price()),
                of.title(),
                english == null ? of.title() : english,
                typed.place(),
                needed.orElseThrow()
                        .atTime(LocalTime.MAX.withNano(0))
                        .atZone(ZONE)
                        .toInstant(),
                basis.orElseThrow(),
                authority,
                document,
                List.of()));
    }

    private static Optional<ListingId> listing(String typed) {
        String tidy = typed.strip().replaceAll("[?#].*$", "").replaceAll("/+$", "");
        try {
            return Optional.of(ListingId.of(tidy.substring(tidy.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<Claim> claim(Offer offer, OneAsk typed, List<Refusal> refusals) {
        if (offer.sale() == Sale.NOTHING) {
            refusals.add(Refusal.at("listing", "ask.sells_nothing"));
            return Optional.empty();
        }
        Optional<Quantity> amount =
                offer.sale() == Sale.TIME ? Optional.empty() : amount(offer.quantity(), typed.amount(), refusals);
        Optional<TimeWindow> during =
                offer.sale() == Sale.LOT ? Optional.empty() : during(typed, offer.zone(), refusals);
        return switch (offer.sale()) {
            case TIME -> during.map(window -> new Claim.Time(offer.listing(), window));
            case LOT -> amount.map(some -> new Claim.Amount(offer.listing(), some));
            default -> amount.flatMap(some -> during.map(window -> new Claim.Rate(offer.listing(), some, window)));
        };
    }

    private static Optional<Quantity> amount(@Nullable Quantity there, String typed, List<Refusal> refusals) {
        return AnswerRules.amount(typed, there == null ? PIECE : there.unit(), refusals);
    }

    private static Optional<TimeWindow> during(OneAsk typed, ZoneId zone, List<Refusal> refusals) {
        Optional<LocalDate> from = AnswerRules.day("from", typed.from(), refusals);
        Optional<LocalDate> to = AnswerRules.day("to", typed.to(), refusals);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            refusals.add(Refusal.at("to", "ask.ends_before_start"));
            return Optional.empty();
        }
        return Optional.of(new TimeWindow(
                from.get().atStartOfDay(zone).toInstant(),
                to.get().plusDays(1).atStartOfDay(zone).toInstant()));
    }
}

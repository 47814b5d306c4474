package org.muster.reservation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reservation.Change;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimId;
import org.muster.reservation.ClaimState;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldId;
import org.muster.reservation.HoldView;
import org.muster.reservation.LedgerLine;
import org.muster.reservation.Reservations;
import org.muster.reservation.Smaller;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.TradeNumber;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shell.Times;

/** One hold: what it is, what may be done to it by whoever looks, and its history. */
@Path("/my/holds/{id}")
class HoldResource {

    /** As many as one page may follow. */
    private static final int MOST_FOLLOWED = 100;

    @CheckedTemplate(basePath = "reservation")
    static class Templates {
        static native TemplateInstance hold(HoldPage view);

        private Templates() {}
    }

    private interface Doing {
        Outcome<HoldView> with(Actor actor, HoldId hold, Change change, Instant now);
    }

    private final Reservations reservations;
    private final HoldLines lines;
    private final HoldDurations durations;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    HoldResource(
            Reservations reservations,
            HoldLines lines,
            HoldDurations durations,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.reservations = reservations;
        this.lines = lines;
        this.durations = durations;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return Templates.hold(page(hold(id), List.of(), HoldPage.Typed.NOTHING));
    }

    @POST
    @Path("/commit")
    public Response commit(@RestPath String id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        return done(id, key, reason, "reservation:committed_now", reservations::commit);
    }

    @POST
    @Path("/release")
    public Response release(@RestPath String id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        return done(id, key, reason, "reservation:released_now", reservations::release);
    }

    @POST
    @Path("/consume")
    public Response consume(@RestPath String id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        return done(id, key, reason, "reservation:consumed_now", reservations::consume);
    }

    @POST
    @Path("/extend")
    public Response extend(
            @RestPath String id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String until,
            @RestForm @Nullable String reason) {
        HoldView hold = hold(id);
        Instant end;
        try {
            end = Instant.parse(or(until));
        } catch (DateTimeException e) {
            return refused(
                    hold,
                    List.of(Refusal.at("until", "reservation.until_missing")),
                    new HoldPage.Typed(or(reason), "", "", ""));
        }
        return done(
                id,
                key,
                reason,
                "reservation:extended_now",
                (who, what, change, now) -> reservations.extend(who, what, end, change, now));
    }

    @POST
    @Path("/reduce")
    public Response reduce(
            @RestPath String id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String claim,
            @RestForm @Nullable String amount,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String reason) {
        HoldView hold = hold(id);
        ClaimView found = hold.claims().stream()
                .filter(one -> one.id().toString().equals(claim))
                .findFirst()
                .orElseThrow(NotFound::new);
        HoldPage.Typed typed = new HoldPage.Typed(or(reason), or(amount), or(from), or(to));
        List<Refusal> wrong = new ArrayList<>();
        Optional<Smaller> smaller = smaller(found, typed, wrong);
        if (smaller.isEmpty()) {
            return refused(hold, wrong, typed);
        }
        ClaimId which = found.id();
        return done(
                id,
                key,
                reason,
                "reservation:reduced_now",
                (who, what, change, now) -> reservations.reduce(who, what, which, smaller.get(), change, now));
    }

    private Optional<Smaller> smaller(ClaimView claim, HoldPage.Typed typed, List<Refusal> wrong) {
        if (claim.what() instanceof Claim.Time) {
            Instant from = moment("from", typed.from(), wrong);
            Instant to = moment("to", typed.to(), wrong);
            if (from != null && to != null && !from.isBefore(to)) {
                wrong.add(Refusal.at("to", "reservation.ends_first"));
            }
            return wrong.isEmpty() && from != null && to != null
                    ? Optional.of(new Smaller.Within(new TimeWindow(from, to)))
                    : Optional.empty();
        }
        Quantity now =
                claim.what() instanceof Claim.Rate rate ? rate.quantity() : ((Claim.Amount) claim.what()).quantity();
        Optional<BigDecimal> figure = TradeNumber.parse(typed.amount()).flatMap(TradeNumber::exactly);
        if (figure.isEmpty()) {
            wrong.add(Refusal.at("amount", "reservation.amount_unreadable", typed.amount()));
            return Optional.empty();
        }
        return Optional.of(new Smaller.To(new Quantity(figure.get(), now.unit())));
    }

    private @Nullable Instant moment(String field, String written, List<Refusal> wrong) {
        try {
            return LocalDateTime.parse(written.strip()).atZone(language.zone()).toInstant();
        } catch (DateTimeException e) {
            wrong.add(Refusal.at(field, "reservation.time_unreadable", written));
            return null;
        }
    }

    private Response done(String id, @Nullable String key, @Nullable String reason, String said, Doing doing) {
        HoldView hold = hold(id);
        Instant now = clock.instant();
        return doing.with(actor.get(), hold.id(), new Change(or(key), or(reason).strip()), now)
                .fold(
                        after -> {
                            flash.say(said);
                            return Redirect.to("/my/holds/" + hold.id());
                        },
                        reasons -> refused(
                                hold(id), HoldFields.shown(reasons), new HoldPage.Typed(or(reason), "", "", "")));
    }

    private Response refused(HoldView hold, List<Refusal> reasons, HoldPage.Typed typed) {
        return Refused.page(Templates.hold(page(hold, reasons, typed)));
    }

    private HoldPage page(HoldView hold, List<Refusal> refusals, HoldPage.Typed typed) {
        Actor who = actor.get();
        Instant now = clock.instant();
        HoldLine line = lines.of(who, List.of(hold), now).get(0);
        Duration longest = durations.longest(who);
        return new HoldPage(
                line,
                hold.claims().stream()
                        .map(claim -> "listing:" + claim.what().listing())
                        .distinct()
                        .limit(MOST_FOLLOWED)
                        .collect(Collectors.joining(" ")),
                hold.mine(),
                hold.claims().stream().anyMatch(claim -> claim.state() == ClaimState.COMMITTED),
                durations.words(longest),
                durations.longer(hold.until(), hold.placedAt().plus(longest), now),
                hold.canReduce() ? reducible(hold, line, typed) : List.of(),
                reservations.history(who, hold.id(), now).stream()
                        .map(entry ->
                                new HoldPage.Step(entry.at(), words(entry, now), entry.actorName(), entry.reason()))
                        // One step may have touched several days or listings.
                        .distinct()
                        .toList(),
                refusals,
                typed);
    }

    private List<HoldPage.Reducible> reducible(HoldView hold, HoldLine line, HoldPage.Typed typed) {
        ZoneId zone = language.zone();
        List<HoldPage.Reducible> reducible = new ArrayList<>();
        for (ClaimView claim : hold.claims()) {
            if (!claim.state().isLive()) {
                continue;
            }
            String title = line.what().stream()
                    .filter(what -> what.claim().equals(claim.id().toString()))
                    .map(HoldLine.What::title)
                    .findFirst()
                    .orElse("");
            Quantity quantity = claim.what() instanceof Claim.Rate rate
                    ? rate.quantity()
                    : claim.what() instanceof Claim.Amount amount ? amount.quantity() : null;
            TimeWindow during = claim.what() instanceof Claim.Time time ? time.during() : null;
            reducible.add(new HoldPage.Reducible(
                    claim.id().toString(),
                    title,
                    quantity == null
                            ? ""
                            : typed.amount(
                                    quantity.amount().stripTrailingZeros().toPlainString()),
                    quantity == null ? "" : quantity.unit().name(language.locale()),
                    during == null
                            ? ""
                            : typed.from(
                                    during.from().atZone(zone).toLocalDateTime().toString()),
                    during == null
                            ? ""
                            : typed.to(
                                    during.to().atZone(zone).toLocalDateTime().toString()),
                    during != null));
        }
        return reducible;
    }

    private String words(LedgerLine entry, Instant now) {
        ReservationMessages say = language.messages(ReservationMessages.class);
        Instant end = entry.until();
        String until = end == null ? "" : Times.moment(end, language.zone(), language.locale(), now);
        return switch (entry.kind()) {
            case "HELD" -> say.step_held(until);
            case "COMMITTED" -> say.step_committed();
            case "RELEASED" -> say.step_released();
            case "REDUCED" -> say.step_reduced();
            case "EXTENDED" -> say.step_extended(until);
            case "CONSUMED" -> say.step_consumed();
            case "EXPIRED" -> say.step_expired();
            default -> throw new IllegalStateException("No words for " + entry.kind());
        };
    }

    private HoldView hold(String id) {
        UUID known;
        try {
            known = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
        return reservations
                .hold(actor.get(), new HoldId(known), clock.instant())
                .orElseThrow(NotFound::new);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

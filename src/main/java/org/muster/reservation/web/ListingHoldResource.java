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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Sale;
import org.muster.catalogue.Weeks;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reservation.Claim;
import org.muster.reservation.FreeNow;
import org.muster.reservation.HoldLimits;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.OccupancyState;
import org.muster.reservation.Occupied;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shell.Times;

/** Holding something of a listing for a while: an amount, some time for oneself, or some of a line's output. */
@Path("/listings/{id}/hold")
class ListingHoldResource {

    private static final int STRETCHES = 8;
    private static final Duration SHORTEST_SHOWN = Duration.ofMinutes(30);
    private static final Duration AHEAD = Duration.ofDays(3 * 366);
    private static final Duration LONGEST_SUGGESTED = Duration.ofDays(1);

    @CheckedTemplate(basePath = "reservation")
    static class Templates {
        static native TemplateInstance listing_hold(ListingHoldPage view);

        private Templates() {}
    }

    private final Catalogue catalogue;
    private final Reservations reservations;
    private final HoldDurations durations;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ListingHoldResource(
            Catalogue catalogue,
            Reservations reservations,
            HoldDurations durations,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.durations = durations;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance ask(@RestPath String id, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        ListingView listing = listing(id);
        return Templates.listing_hold(page(listing, suggestion(listing, or(from), or(to)), List.of()));
    }

    @POST
    public Response hold(
            @RestPath String id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String quantity,
            @RestForm @Nullable String unit,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String first,
            @RestForm @Nullable String last,
            @RestForm @Nullable String until,
            @RestForm @Nullable String reason) {
        ListingView listing = listing(id);
        Instant now = clock.instant();
        ListingHoldPage.Typed typed =
                new ListingHoldPage.Typed(or(quantity), or(unit), or(from), or(to), or(first), or(last), or(reason));
        List<Refusal> wrong = new ArrayList<>();
        Sale sale = freeNow(listing.id(), now).sale();
        Optional<Claim> claim = claim(listing, sale, typed, wrong);
        if (claim.isEmpty()) {
            return Refused.page(Templates.listing_hold(page(listing, typed, wrong)));
        }
        Instant end = end(or(until), wrong);
        if (!wrong.isEmpty()) {
            return Refused.page(Templates.listing_hold(page(listing, typed, wrong)));
        }
        return reservations
                .hold(
                        actor.get(),
                        new HoldRequest(
                                or(key),
                                List.of(claim.get()),
                                end,
                                typed.reason().strip()),
                        now)
                .fold(
                        hold -> {
                            flash.say(language.messages(ReservationMessages.class)
                                    .held_now(Times.moment(hold.until(), language.zone(), language.locale(), now)));
                            return Redirect.to("/my/holds/" + hold.id());
                        },
                        reasons -> Refused.page(Templates.listing_hold(page(
                                listing, typed, HoldFields.at(reasons, sale == Sale.TIME ? "from" : "quantity")))));
    }

    private Optional<Claim> claim(ListingView listing, Sale sale, ListingHoldPage.Typed typed, List<Refusal> wrong) {
        switch (sale) {
            case TIME -> {
                Instant from = moment("from", typed.from(), wrong);
                Instant to = moment("to", typed.to(), wrong);
                if (from != null && to != null && !from.isBefore(to)) {
                    wrong.add(Refusal.at("to", "reservation.ends_first"));
                }
                return wrong.isEmpty() && from != null && to != null
                        ? Optional.of(new Claim.Time(listing.id(), new TimeWindow(from, to)))
                        : Optional.empty();
            }
            case LOT -> {
                Quantity quantity = quantity(typed, wrong);
                return quantity == null ? Optional.empty() : Optional.of(new Claim.Amount(listing.id(), quantity));
            }
            case RATE -> {
                Quantity quantity = quantity(typed, wrong);
                LocalDate first = day("first", typed.first(), wrong);
                LocalDate last = typed.last().isBlank() ? first : day("last", typed.last(), wrong);
                if (first != null && last != null && last.isBefore(first)) {
                    wrong.add(Refusal.at("last", "reservation.ends_first"));
                }
                return wrong.isEmpty() && quantity != null && first != null && last != null
                        ? Optional.of(new Claim.Rate(
                                listing.id(),
                                quantity,
                                new TimeWindow(
                                        first.atStartOfDay(Weeks.ZONE).toInstant(),
                                        last.plusDays(1)
                                                .atStartOfDay(Weeks.ZONE)
                                                .toInstant())))
                        : Optional.empty();
            }
            case NOTHING -> wrong.add(Refusal.of("reservation.sold_not_at_all"));
        }
        return Optional.empty();
    }

    private ListingHoldPage page(ListingView listing, ListingHoldPage.Typed typed, List<Refusal> refusals) {
        Actor who = actor.get();
        Instant now = clock.instant();
        FreeNow free = freeNow(listing.id(), now);
        HoldLimits limits = durations.limits(who);
        List<Occupied> occupied =
                reservations.occupied(List.of(listing.id()), new TimeWindow(now, now.plus(AHEAD)), now);
        Quantity quantity = listing.quantity();
        String titleEn = listing.titleEn();
        String organisation = listing.organisationName();
        ReservationMessages say = language.messages(ReservationMessages.class);
        return new ListingHoldPage(
                listing.id(),
                language.isChinese() || titleEn == null ? listing.title() : titleEn,
                organisation == null ? "" : organisation,
                free.sale(),
                listing.mine(),
                free.free(),
                free.left(),
                free.sale() == Sale.RATE ? quantity : null,
                free.heldUntil(),
                free.sale() == Sale.TIME ? stretches(listing, occupied, now) : List.of(),
                free.sale() == Sale.RATE ? shares(occupied) : List.of(),
                quantity == null ? List.of() : units(quantity.unit()),
                durations.ends(limits.longest(), now),
                say.limits(limits.holds(), durations.words(limits.longest())),
                (free.sale() == Sale.RATE ? Weeks.ZONE : language.zone())
                        .getDisplayName(TextStyle.FULL, language.locale()),
                // What was refused stays refused under its key; what is asked next is another request.
                UUID.randomUUID().toString(),
                typed,
                refusals);
    }

    private List<ListingHoldPage.Stretch> stretches(ListingView listing, List<Occupied> occupied, Instant now) {
        List<TimeWindow> free = new ArrayList<>();
        listing.windows().stream()
                .filter(window -> window.availability() == Availability.FREE)
                .map(CapacityWindow::during)
                .sorted(Comparator.comparing(TimeWindow::from))
                .forEach(window -> join(free, window));
        for (Occupied taken : occupied) {
            List<TimeWindow> left = new ArrayList<>();
            free.forEach(window -> left.addAll(without(window, taken.during())));
            free.clear();
            free.addAll(left);
        }
        return free.stream()
                .flatMap(window -> new TimeWindow(Instant.MIN, now).overlaps(window)
                        ? after(window, now).stream()
                        : java.util.stream.Stream.of(window))
                .filter(window -> window.length().compareTo(SHORTEST_SHOWN) >= 0)
                .limit(STRETCHES)
                .map(window -> new ListingHoldPage.Stretch(
                        window.from(),
                        window.to(),
                        "/listings/" + listing.id() + "/hold?from=" + wall(window.from()) + "&to=" + wall(window.to())
                                + "#form"))
                .toList();
    }

    private static void join(List<TimeWindow> free, TimeWindow next) {
        int last = free.size() - 1;
        if (last >= 0 && free.get(last).to().equals(next.from())) {
            free.set(last, new TimeWindow(free.get(last).from(), next.to()));
        } else {
            free.add(next);
        }
    }

    private static List<TimeWindow> without(TimeWindow window, TimeWindow taken) {
        if (!window.overlaps(taken)) {
            return List.of(window);
        }
        List<TimeWindow> left = new ArrayList<>();
        if (window.from().isBefore(taken.from())) {
            left.add(new TimeWindow(window.from(), taken.from()));
        }
        if (taken.to().isBefore(window.to())) {
            left.add(new TimeWindow(taken.to(), window.to()));
        }
        return left;
    }

    /** What is left of a window from the next full quarter of an hour on. */
    private static Optional<TimeWindow> after(TimeWindow window, Instant now) {
        long quarter = Duration.ofMinutes(15).toSeconds();
        Instant start = Instant.ofEpochSecond((now.getEpochSecond() / quarter + 1) * quarter);
        return start.isBefore(window.to()) ? Optional.of(new TimeWindow(start, window.to())) : Optional.empty();
    }

    private List<ListingHoldPage.Share> shares(List<Occupied> occupied) {
        return occupied.stream()
                .filter(taken -> taken.quantity() != null)
                .sorted(Comparator.comparing(taken -> taken.during().from()))
                .limit(STRETCHES)
                .map(taken -> new ListingHoldPage.Share(
                        Times.day(taken.during().from().atZone(Weeks.ZONE).toLocalDate(), language.locale()),
                        java.util.Objects.requireNonNull(taken.quantity()),
                        taken.state() == OccupancyState.HELD ? taken.until() : null))
                .toList();
    }

    /** Units that convert to the supplier's, theirs first. */
    private List<Choice> units(Unit theirs) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(theirs),
                        Unit.all().stream()
                                .filter(unit -> unit.dimension().equals(theirs.dimension()) && !unit.equals(theirs)))
                .map(unit -> new Choice(unit.code(), unit.name(language.locale())))
                .toList();
    }

    /** The first free stretch, or tomorrow. */
    private ListingHoldPage.Typed suggestion(ListingView listing, String from, String to) {
        Instant now = clock.instant();
        Quantity quantity = listing.quantity();
        String unit = quantity == null ? "" : quantity.unit().code();
        String tomorrow = now.atZone(Weeks.ZONE).toLocalDate().plusDays(1).toString();
        if (!from.isBlank() && !to.isBlank()) {
            return new ListingHoldPage.Typed("", unit, from, to, tomorrow, tomorrow, "");
        }
        List<Occupied> occupied =
                reservations.occupied(List.of(listing.id()), new TimeWindow(now, now.plus(AHEAD)), now);
        Optional<ListingHoldPage.Stretch> first =
                stretches(listing, occupied, now).stream().findFirst();
        String start = first.map(stretch -> wall(stretch.from())).orElse("");
        String end = first.map(stretch -> wall(
                        stretch.to().isAfter(stretch.from().plus(LONGEST_SUGGESTED))
                                ? stretch.from().plus(LONGEST_SUGGESTED)
                                : stretch.to()))
                .orElse("");
        return new ListingHoldPage.Typed("", unit, start, end, tomorrow, tomorrow, "");
    }

    /** A moment, not a length: the same form sent again is the same request. Nothing stands for the usual length. */
    private static @Nullable Instant end(String until, List<Refusal> wrong) {
        if (until.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(until);
        } catch (DateTimeException e) {
            wrong.add(Refusal.at("until", "reservation.until_missing"));
            return null;
        }
    }

    private @Nullable Quantity quantity(ListingHoldPage.Typed typed, List<Refusal> wrong) {
        if (typed.quantity().isBlank()) {
            wrong.add(Refusal.at("quantity", "reservation.quantity_missing"));
            return null;
        }
        Optional<TradeNumber> read = TradeNumber.parse(typed.quantity());
        Optional<BigDecimal> amount = read.flatMap(TradeNumber::exactly);
        if (read.isEmpty() || amount.isEmpty()) {
            wrong.add(Refusal.at("quantity", "reservation.amount_unreadable", typed.quantity()));
            return null;
        }
        Unit unit = read.get()
                .unit()
                .orElseGet(() -> Unit.all().stream()
                        .filter(one -> one.code().equals(typed.unit()))
                        .findFirst()
                        .orElse(null));
        if (unit == null) {
            wrong.add(Refusal.at("unit", "reservation.unit_missing"));
            return null;
        }
        return new Quantity(amount.get(), unit);
    }

    private @Nullable Instant moment(String field, String written, List<Refusal> wrong) {
        if (written.isBlank()) {
            wrong.add(Refusal.at(field, "reservation.time_missing"));
            return null;
        }
        try {
            return LocalDateTime.parse(written.strip().replace(' ', 'T'))
                    .atZone(language.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            wrong.add(Refusal.at(field, "reservation.time_unreadable", written.strip()));
            return null;
        }
    }

    private static @Nullable LocalDate day(String field, String written, List<Refusal> wrong) {
        if (written.isBlank()) {
            wrong.add(Refusal.at(field, "reservation.day_missing"));
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException e) {
            wrong.add(Refusal.at(field, "reservation.day_unreadable", written.strip()));
            return null;
        }
    }

    private String wall(Instant moment) {
        ZoneId zone = language.zone();
        return moment.atZone(zone).toLocalDateTime().toString();
    }

    private FreeNow freeNow(ListingId listing, Instant now) {
        return Optional.ofNullable(reservations.freeNow(List.of(listing), now).get(listing))
                .orElseThrow(NotFound::new);
    }

    private ListingView listing(String id) {
        try {
            return catalogue
                    .view(actor.get(), new ListingId(UUID.fromString(id)), clock.instant())
                    .orElseThrow(NotFound::new);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

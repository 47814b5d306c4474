package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.Timetables;
import org.muster.catalogue.Weeks;
import org.muster.identity.CurrentActor;
import org.muster.reservation.OccupancyState;
import org.muster.reservation.Occupied;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shell.Times;

/** When a listing is free: a week hour by hour, to be drawn on or said in a plain form. */
@Path("/my/windows")
class WindowsResource {

    /** What takes back what was said, beside the three that say something. */
    private static final String NOTHING = "NOTHING";

    private static final int MOST_DAYS = 92;

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance windows(WindowsPage view);

        private Templates() {}
    }

    /** What somebody typed of a stretch. */
    private record Typed(String from, String to, String through, String availability, String note) {}

    private final Catalogue catalogue;
    private final Timetables timetables;
    private final Reservations reservations;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    WindowsResource(
            Catalogue catalogue,
            Timetables timetables,
            Reservations reservations,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.catalogue = catalogue;
        this.timetables = timetables;
        this.reservations = reservations;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(
            @RestQuery @Nullable String listing,
            @RestQuery @Nullable String week,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        if (listing == null) {
            throw new NotFound();
        }
        Typed typed =
                from == null || to == null ? suggestion(week) : new Typed(from, to, "", Availability.FREE.name(), "");
        return Templates.windows(page(own(ListingIds.listing(listing)), week, typed, List.of()));
    }

    @POST
    public Response say(
            @RestForm @Nullable String listing,
            @RestForm @Nullable String week,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String through,
            @RestForm @Nullable String availability,
            @RestForm @Nullable String note) {
        OwnListing own = own(ListingIds.listing(or(listing)));
        Typed typed = new Typed(or(from), or(to), or(through), or(availability), or(note));
        List<Refusal> wrong = new ArrayList<>();
        Instant start = LocalTimes.read("from", typed.from(), false, language.zone(), wrong);
        Instant end = LocalTimes.read("to", typed.to(), true, language.zone(), wrong);
        boolean nothing = typed.availability().equals(NOTHING);
        Availability said = Stream.of(Availability.values())
                .filter(one -> one.name().equals(typed.availability()))
                .findFirst()
                .orElse(null);
        if (said == null && !nothing) {
            wrong.add(Refusal.at("availability", "catalogue.window_availability_missing"));
        }
        if (start != null && end != null && !start.isBefore(end)) {
            wrong.add(Refusal.at("to", "catalogue.window_ends_first"));
        }
        List<TimeWindow> stretches =
                wrong.isEmpty() && start != null && end != null ? stretches(start, end, typed, wrong) : List.of();
        if (!wrong.isEmpty() || start == null) {
            return Refused.page(Templates.windows(page(own, week, typed, wrong)));
        }
        return timetables
                .say(actor.get(), own.id(), stretches, said, typed.note(), clock.instant())
                .fold(
                        done -> {
                            flash.say("catalogue:window_said");
                            return Redirect.to(url(own.id(), monday(start)));
                        },
                        reasons -> Refused.page(
                                Templates.windows(page(own(own.id()), week, typed, Found.orNotFound(reasons)))));
    }

    @POST
    @Path("/{id}/close")
    public Response close(@RestPath String id, @RestForm @Nullable String week) {
        UUID window = ListingIds.uuid(id);
        ListingId listing = catalogue.listingOfWindow(actor.get(), window).orElseThrow(NotFound::new);
        return catalogue
                .closeWindow(actor.get(), listing, window, clock.instant())
                .fold(
                        closed -> {
                            flash.say("catalogue:window_closed");
                            return Redirect.to(url(listing, shown(week)));
                        },
                        reasons -> Refused.page(Templates.windows(
                                page(own(listing), week, suggestion(week), Found.orNotFound(reasons)))));
    }

    /** The stretch, or the same hours of each day up to the last one. */
    private List<TimeWindow> stretches(Instant start, Instant end, Typed typed, List<Refusal> wrong) {
        if (typed.through().isBlank()) {
            return List.of(new TimeWindow(start, end));
        }
        ZoneId zone = language.zone();
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        Optional<LocalDate> last = day(typed.through());
        if (last.isEmpty()) {
            wrong.add(Refusal.at(
                    "through",
                    "catalogue.window_day_unreadable",
                    typed.through().strip()));
        } else if (last.get().isBefore(from.toLocalDate())) {
            wrong.add(Refusal.at("through", "catalogue.window_through_first"));
        } else if (last.get().isAfter(from.toLocalDate().plusDays(MOST_DAYS))) {
            wrong.add(Refusal.at("through", "catalogue.window_through_far", MOST_DAYS));
        } else if (to.toLocalDateTime().isAfter(from.toLocalDateTime().plusDays(1))) {
            wrong.add(Refusal.at("to", "catalogue.window_through_day"));
        } else {
            return IntStream.rangeClosed(0, (int) ChronoUnit.DAYS.between(from.toLocalDate(), last.get()))
                    .mapToObj(day -> window(from, to, day))
                    .toList();
        }
        return List.of();
    }

    private static TimeWindow window(ZonedDateTime from, ZonedDateTime to, int days) {
        return new TimeWindow(from.plusDays(days).toInstant(), to.plusDays(days).toInstant());
    }

    private WindowsPage page(OwnListing own, @Nullable String week, Typed typed, List<Refusal> refusals) {
        Instant now = clock.instant();
        ZoneId zone = language.zone();
        LocalDate monday = shown(week);
        LocalDate thisMonday = monday(now);
        TimeWindow whole = WeekGrid.week(monday, zone);
        List<CapacityWindow> windows = timetables.windows(actor.get(), own.id(), whole);
        List<Occupied> occupied = reservations.occupied(List.of(own.id()), whole, now);
        WeekGrid grid = WeekGrid.of(monday, zone, windows, taken(occupied));
        WeekWords words = WeekWords.in(language, now);
        CatalogueMessages say = language.messages(CatalogueMessages.class);
        boolean open = own.state() != ListingState.WITHDRAWN;
        String titleEn = own.draft().titleEn();
        return new WindowsPage(
                own.id(),
                language.isChinese() || titleEn == null ? own.draft().title() : titleEn,
                own.availability(),
                open,
                timetables.pattern(actor.get(), own.id()).isPresent(),
                IsoWeek.written(monday),
                monday,
                Times.day(monday, language.locale()),
                url(own.id(), monday.minusWeeks(1)),
                url(own.id(), monday.plusWeeks(1)),
                monday.equals(thisMonday) ? null : url(own.id(), thisMonday),
                IntStream.range(0, own.weeks().size())
                        .mapToObj(index -> {
                            LocalDate start = Weeks.mondayOf(now).plusWeeks(index);
                            return WeekCell.of(start, own.weeks().get(index), language.locale(), start.equals(monday));
                        })
                        .toList(),
                words.columns(grid, words.shares(occupied), open ? url(own.id(), monday) : null),
                words.rows(grid),
                windows.stream()
                        .map(window -> new WindowsPage.Window(
                                window.id(),
                                window.during().from(),
                                window.during().to(),
                                window.availability(),
                                window.note(),
                                "/my/windows/" + window.id() + "/close",
                                say.window_close_of(
                                        Times.moment(window.during().from(), zone, language.locale(), now))))
                        .toList(),
                zone.getDisplayName(TextStyle.FULL, language.locale()),
                typed.from(),
                typed.to(),
                typed.through(),
                typed.availability(),
                typed.note(),
                List.of(
                        Choice.of(Availability.FREE, say.availability(Availability.FREE)),
                        Choice.of(Availability.NOT_FREE, say.availability(Availability.NOT_FREE)),
                        Choice.of(Availability.UNKNOWN, say.availability(Availability.UNKNOWN)),
                        new Choice(NOTHING, say.availability_unsaid())),
                refusals);
    }

    /** Exclusive time that is given away; what is taken of a day's output leaves its hours open. */
    private static List<WeekGrid.Taken> taken(List<Occupied> occupied) {
        return occupied.stream()
                .filter(one -> one.quantity() == null)
                .map(one -> new WeekGrid.Taken(one.during(), one.state() == OccupancyState.COMMITTED, one.until()))
                .toList();
    }

    /** Tomorrow's working hours, or those of the Monday that is looked at. */
    private Typed suggestion(@Nullable String week) {
        LocalDate monday = shown(week);
        LocalDate tomorrow =
                clock.instant().atZone(language.zone()).toLocalDate().plusDays(1);
        LocalDate day = tomorrow.isAfter(monday) && tomorrow.isBefore(monday.plusWeeks(1)) ? tomorrow : monday;
        return new Typed(day.atTime(8, 0).toString(), day.atTime(20, 0).toString(), "", Availability.FREE.name(), "");
    }

    private LocalDate shown(@Nullable String week) {
        LocalDate first = monday(clock.instant());
        return Optional.ofNullable(week)
                .filter(written -> !written.isBlank())
                .flatMap(IsoWeek::monday)
                .filter(monday -> Math.abs(ChronoUnit.DAYS.between(first, monday))
                        <= Duration.ofDays(5 * 366).toDays())
                .orElse(first);
    }

    private LocalDate monday(Instant moment) {
        return IsoWeek.monday(moment.atZone(language.zone()).toLocalDate());
    }

    private OwnListing own(ListingId id) {
        return catalogue.own(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String url(ListingId listing, LocalDate monday) {
        return "/my/windows?listing=" + listing + "&week=" + IsoWeek.written(monday);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

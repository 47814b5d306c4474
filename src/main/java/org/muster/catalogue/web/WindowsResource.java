package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
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
import org.muster.catalogue.WeekState;
import org.muster.catalogue.Weeks;
import org.muster.identity.CurrentActor;
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

/** When a listing is free: eight weeks at a glance, one of them in parts of days, and a plain form to say more. */
@Path("/my/windows")
class WindowsResource {

    private static final int HOURS_OF_A_PART = 8;
    private static final int PARTS = 3;

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance windows(WindowsPage view);

        private Templates() {}
    }

    /** What somebody typed for a new window. */
    private record Typed(String from, String to, String availability, String note) {}

    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    WindowsResource(Catalogue catalogue, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.catalogue = catalogue;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String listing, @RestQuery @Nullable String week) {
        if (listing == null) {
            throw new NotFound();
        }
        return Templates.windows(page(own(ListingIds.listing(listing)), week, suggestion(week), List.of()));
    }

    @POST
    public Response open(
            @RestForm @Nullable String listing,
            @RestForm @Nullable String week,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String availability,
            @RestForm @Nullable String note) {
        OwnListing own = own(ListingIds.listing(or(listing)));
        Typed typed = new Typed(or(from), or(to), or(availability), or(note));
        List<Refusal> wrong = new ArrayList<>();
        Instant start = LocalTimes.read("from", typed.from(), false, language.zone(), wrong);
        Instant end = LocalTimes.read("to", typed.to(), true, language.zone(), wrong);
        Availability said = Stream.of(Availability.values())
                .filter(one -> one.name().equals(typed.availability()))
                .findFirst()
                .orElse(null);
        if (said == null) {
            wrong.add(Refusal.at("availability", "catalogue.window_availability_missing"));
        }
        if (start != null && end != null && !start.isBefore(end)) {
            wrong.add(Refusal.at("to", "catalogue.window_ends_first"));
        }
        if (!wrong.isEmpty() || start == null || end == null || said == null) {
            return Refused.page(Templates.windows(page(own, week, typed, wrong)));
        }
        return catalogue
                .openWindow(actor.get(), own.id(), new TimeWindow(start, end), said, typed.note(), clock.instant())
                .fold(
                        window -> {
                            flash.say("catalogue:window_opened");
                            return Redirect.to(url(own.id(), monday(start)));
                        },
                        reasons -> Refused.page(
                                Templates.windows(page(own(own.id()), week, typed, Found.orNotFound(reasons)))));
    }

    @POST
    @Path("/{id}/close")
    public Response close(@RestPath String id) {
        UUID window = ListingIds.uuid(id);
        ListingId listing = catalogue.listingOfWindow(actor.get(), window).orElseThrow(NotFound::new);
        return catalogue
                .closeWindow(actor.get(), listing, window, clock.instant())
                .fold(
                        closed -> {
                            flash.say("catalogue:window_closed");
                            return Redirect.to("/my/windows?listing=" + listing);
                        },
                        reasons -> Refused.page(Templates.windows(
                                page(own(listing), null, suggestion(null), Found.orNotFound(reasons)))));
    }

    private WindowsPage page(OwnListing own, @Nullable String week, Typed typed, List<Refusal> refusals) {
        Instant now = clock.instant();
        ZoneId zone = language.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = monday(now);
        LocalDate shown = shown(week, first);
        CatalogueMessages say = language.messages(CatalogueMessages.class);
        String titleEn = own.draft().titleEn();
        return new WindowsPage(
                own.id(),
                language.isChinese() || titleEn == null ? own.draft().title() : titleEn,
                own.availability(),
                own.state() != ListingState.WITHDRAWN,
                shown,
                Times.day(shown, language.locale()),
                IntStream.range(0, own.weeks().size())
                        .mapToObj(index -> {
                            LocalDate monday = Weeks.mondayOf(now).plusWeeks(index);
                            return WeekCell.of(monday, own.weeks().get(index), language.locale(), monday.equals(shown));
                        })
                        .toList(),
                IntStream.range(0, 7)
                        .mapToObj(shown::plusDays)
                        .map(day -> new WindowsPage.Day(dayName(day), day.equals(today)))
                        .toList(),
                IntStream.range(0, PARTS)
                        .mapToObj(part -> new WindowsPage.Part(
                                List.of(say.part_night(), say.part_day(), say.part_evening())
                                        .get(part),
                                IntStream.range(0, 7)
                                        .mapToObj(
                                                day -> cell(own.windows(), part(shown.plusDays(day), part, zone), say))
                                        .toList()))
                        .toList(),
                own.windows().stream()
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
                typed.availability(),
                typed.note(),
                Stream.of(Availability.FREE, Availability.NOT_FREE, Availability.UNKNOWN)
                        .map(one -> Choice.of(one, say.availability(one)))
                        .toList(),
                refusals);
    }

    private static TimeWindow part(LocalDate day, int part, ZoneId zone) {
        LocalDateTime start = day.atTime(part * HOURS_OF_A_PART, 0);
        Instant from = start.atZone(zone).toInstant();
        Instant to = start.plusHours(HOURS_OF_A_PART).atZone(zone).toInstant();
        return new TimeWindow(from, to);
    }

    private static WindowsPage.Cell cell(List<CapacityWindow> windows, TimeWindow part, CatalogueMessages say) {
        List<CapacityWindow> said = windows.stream()
                .filter(window -> window.during().overlaps(part))
                .toList();
        boolean anyFree = said.stream().anyMatch(window -> window.availability() == Availability.FREE);
        boolean allFree = said.stream()
                .anyMatch(window -> window.availability() == Availability.FREE
                        && window.during().contains(part));
        boolean taken =
                !said.isEmpty() && said.stream().allMatch(window -> window.availability() == Availability.NOT_FREE);
        WeekState state =
                allFree ? WeekState.FREE : anyFree ? WeekState.PARTLY : taken ? WeekState.NOT_FREE : WeekState.UNKNOWN;
        return new WindowsPage.Cell(WeekCell.mark(state), WeekCell.sign(state), say.week_state(state));
    }

    /** Tomorrow's working day, or the Monday of the week that is looked at. */
    private Typed suggestion(@Nullable String week) {
        Instant now = clock.instant();
        LocalDate first = monday(now);
        LocalDate shown = shown(week, first);
        LocalDate day =
                shown.equals(first) ? now.atZone(language.zone()).toLocalDate().plusDays(1) : shown;
        LocalDate last =
                day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1);
        return new Typed(
                day.atStartOfDay().truncatedTo(ChronoUnit.MINUTES).toString(),
                last.atStartOfDay().truncatedTo(ChronoUnit.MINUTES).toString(),
                Availability.FREE.name(),
                "");
    }

    private LocalDate shown(@Nullable String week, LocalDate first) {
        if (week == null || week.isBlank()) {
            return first;
        }
        try {
            LocalDate monday = LocalDate.parse(week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return monday.isBefore(first) ? first : monday;
        } catch (DateTimeException e) {
            return first;
        }
    }

    private LocalDate monday(Instant moment) {
        return moment.atZone(language.zone()).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private String dayName(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, language.locale()) + " " + day.getMonthValue() + "/"
                + day.getDayOfMonth();
    }

    private OwnListing own(ListingId id) {
        return catalogue.own(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
    }

    private static String url(ListingId listing, LocalDate week) {
        return "/my/windows?listing=" + listing + "&week=" + week;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

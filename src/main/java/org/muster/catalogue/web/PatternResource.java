package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.PatternPreview;
import org.muster.catalogue.Timetables;
import org.muster.catalogue.WeeklyPattern;
import org.muster.catalogue.Weeks;
import org.muster.identity.CurrentActor;
import org.muster.reference.Holidays;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shell.Times;

/** A week that repeats itself, with the days that differ; what comes of it is shown before it is saved. */
@Path("/my/windows/pattern")
class PatternResource {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance pattern(PatternPage view);

        private Templates() {}
    }

    private final Catalogue catalogue;
    private final Timetables timetables;
    private final Holidays holidays;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    PatternResource(
            Catalogue catalogue,
            Timetables timetables,
            Holidays holidays,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.catalogue = catalogue;
        this.timetables = timetables;
        this.holidays = holidays;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String listing) {
        OwnListing own = own(listing);
        PatternForm form = timetables
                .pattern(actor.get(), own.id())
                .map(PatternForm::of)
                .orElseGet(() -> PatternForm.usual(today()));
        return Templates.pattern(page(own, form, null, List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(MultivaluedMap<String, String> fields) {
        PatternForm form = new PatternForm(fields);
        OwnListing own = own(form.value("listing"));
        if (form.asks("more")) {
            return Response.ok(Templates.pattern(page(own, form, null, List.of())))
                    .build();
        }
        List<Refusal> wrong = new ArrayList<>();
        WeeklyPattern pattern = form.read(zone(own), wrong);
        if (pattern == null) {
            return Refused.page(Templates.pattern(page(own, form, null, wrong)));
        }
        Instant now = clock.instant();
        boolean save = form.asks("save");
        var outcome = save
                ? timetables.follow(actor.get(), own.id(), pattern, now)
                : timetables.preview(actor.get(), own.id(), pattern, now);
        return outcome.fold(
                preview -> {
                    if (save) {
                        flash.say("catalogue:pattern_saved");
                        return Redirect.to("/my/windows?listing=" + own.id());
                    }
                    return Response.ok(Templates.pattern(page(own, form, shown(preview, pattern.zone()), List.of())))
                            .build();
                },
                reasons -> Refused.page(Templates.pattern(page(own, form, null, Found.orNotFound(reasons)))));
    }

    @POST
    @Path("/stop")
    public Response stop(@RestForm @Nullable String listing) {
        OwnListing own = own(listing);
        return timetables
                .stopFollowing(actor.get(), own.id(), clock.instant())
                .fold(
                        removed -> {
                            flash.say("catalogue:pattern_stopped");
                            return Redirect.to("/my/windows?listing=" + own.id());
                        },
                        reasons -> {
                            throw new NotFound();
                        });
    }

    private PatternPage page(
            OwnListing own, PatternForm form, PatternPage.@Nullable Preview preview, List<Refusal> refusals) {
        String titleEn = own.draft().titleEn();
        return new PatternPage(
                own.id(),
                language.isChinese() || titleEn == null ? own.draft().title() : titleEn,
                timetables.pattern(actor.get(), own.id()).isPresent(),
                zone(own).getDisplayName(TextStyle.FULL, language.locale()),
                form.value("starts"),
                form.value("ends"),
                form.value("rest").equals("closed"),
                IntStream.range(0, form.hoursShown())
                        .mapToObj(row -> hours(form, row))
                        .toList(),
                IntStream.range(0, form.exceptionsShown())
                        .mapToObj(row -> new PatternPage.Exception(
                                row,
                                form.value("exceptions." + row + ".first"),
                                form.value("exceptions." + row + ".last"),
                                form.value("exceptions." + row + ".from"),
                                form.value("exceptions." + row + ".to"),
                                form.value("exceptions." + row + ".note")))
                        .toList(),
                holidays.years().stream()
                        .map(year -> year(year, form.values("holidays")))
                        .toList(),
                preview,
                refusals);
    }

    private PatternPage.Hours hours(PatternForm form, int row) {
        Set<String> chosen = form.values("hours." + row + ".day");
        return new PatternPage.Hours(
                row,
                Stream.of(DayOfWeek.values())
                        .map(day -> new PatternPage.Weekday(
                                day.getValue(),
                                day.getDisplayName(TextStyle.SHORT, language.locale()),
                                chosen.contains(String.valueOf(day.getValue()))))
                        .toList(),
                form.value("hours." + row + ".from"),
                form.value("hours." + row + ".to"));
    }

    private PatternPage.Year year(Holidays.Year year, Set<String> chosen) {
        CatalogueMessages say = language.messages(CatalogueMessages.class);
        return new PatternPage.Year(
                String.valueOf(year.year()),
                year.announced(),
                year.source(language.locale()),
                Times.day(year.sourceDate(), language.locale()),
                year.holidays().stream()
                        .map(holiday -> holiday.name(language.locale()) + " "
                                + (holiday.first().equals(holiday.last())
                                        ? brief(holiday.first())
                                        : brief(holiday.first()) + "–" + brief(holiday.last()))
                                + (holiday.worked() ? " " + say.holiday_worked() : ""))
                        .toList(),
                chosen.contains(String.valueOf(year.year())));
    }

    private PatternPage.Preview shown(PatternPreview preview, ZoneId zone) {
        CatalogueMessages say = language.messages(CatalogueMessages.class);
        Map<LocalDate, List<PatternPreview.Day>> weeks = new TreeMap<>();
        preview.days()
                .forEach(day -> weeks.computeIfAbsent(IsoWeek.monday(day.date()), monday -> new ArrayList<>())
                        .add(day));
        return new PatternPage.Preview(
                say.pattern_counted(preview.added(), preview.removed(), preview.unchanged()),
                preview.promised() == 0 ? "" : say.pattern_promised(preview.promised()),
                Times.day(preview.until(), language.locale()),
                weeks.entrySet().stream()
                        .map(week -> week(week.getKey(), week.getValue(), zone, say))
                        .toList());
    }

    private PatternPage.Week week(LocalDate monday, List<PatternPreview.Day> days, ZoneId zone, CatalogueMessages say) {
        List<PatternPage.Day> cells = new ArrayList<>();
        for (int index = 0; index < WeekGrid.DAYS; index++) {
            LocalDate date = monday.plusDays(index);
            cells.add(days.stream()
                    .filter(day -> day.date().equals(date))
                    .findFirst()
                    .map(day -> new PatternPage.Day(
                            brief(date),
                            false,
                            reason(day),
                            day.parts().stream()
                                    .map(part -> part(part, date, zone, say))
                                    .toList()))
                    .orElseGet(() -> new PatternPage.Day(brief(date), true, "", List.of())));
        }
        return new PatternPage.Week(Times.day(monday, language.locale()), cells);
    }

    private String reason(PatternPreview.Day day) {
        Holidays.Holiday holiday = day.holiday();
        CatalogueMessages say = language.messages(CatalogueMessages.class);
        return holiday == null ? day.note() : holiday.name(language.locale());
    }

    private static PatternPage.Part part(PatternPreview.Part part, LocalDate date, ZoneId zone, CatalogueMessages say) {
        WeekGrid.State state = switch (part.availability()) {
            case FREE -> WeekGrid.State.FREE;
            case NOT_FREE -> WeekGrid.State.NOT_FREE;
            case UNKNOWN -> WeekGrid.State.UNKNOWN;
        };
        LocalDate end = part.during().to().atZone(zone).toLocalDate();
        String hours = CLOCK.format(part.during().from().atZone(zone)) + "–"
                + (end.isAfter(date) ? "24:00" : CLOCK.format(part.during().to().atZone(zone)));
        boolean whole = hours.equals("00:00–24:00");
        String word = say.availability(part.availability());
        return new PatternPage.Part(
                WeekWords.mark(state),
                WeekWords.icon(state),
                whole ? word : part.availability() == Availability.FREE ? hours : hours + " " + word,
                part.byHand() ? say.pattern_by_hand() : "");
    }

    private OwnListing own(@Nullable String listing) {
        if (listing == null) {
            throw new NotFound();
        }
        ListingId id = ListingIds.listing(listing);
        OwnListing own = catalogue.own(actor.get(), id, clock.instant()).orElseThrow(NotFound::new);
        if (own.state() == ListingState.WITHDRAWN) {
            throw new NotFound();
        }
        return own;
    }

    /** A pattern that is followed keeps its zone; a new one goes by the clocks of the site, all of which are in China. */
    private ZoneId zone(OwnListing own) {
        return timetables
                .pattern(actor.get(), own.id())
                .map(WeeklyPattern::zone)
                .orElse(Weeks.ZONE);
    }

    private LocalDate today() {
        return clock.instant().atZone(Weeks.ZONE).toLocalDate();
    }

    private static String brief(LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }
}

package org.muster.board.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.muster.board.Board;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.paper.SheetPrinter;
import org.muster.shared.Refusal;
import org.muster.shell.Download;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Refused;

/** The situation report of a day, on the screen and on paper. */
@Path("/emergencies/{id}")
class SituationResource {

    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance situation(SituationPage view);

        private Templates() {}
    }

    /** @param day as it was typed, or the day that is shown */
    record SituationPage(
            Head head, String day, String first, String last, SituationWords.Report report, List<Refusal> refusals) {}

    private final Board board;
    private final SituationWords words;
    private final SheetPrinter printer;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    SituationResource(
            Board board,
            SituationWords words,
            SheetPrinter printer,
            Heads heads,
            CurrentActor actor,
            Language language,
            Clock clock) {
        this.board = board;
        this.words = words;
        this.printer = printer;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Path("/situation")
    public Response situation(@RestPath String id, @RestQuery @DefaultValue("") String day) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        Optional<LocalDate> chosen = day(emergency, day, now);
        SituationPage page = new SituationPage(
                heads.of(emergency, "board", now),
                chosen.map(LocalDate::toString).orElse(day),
                first(emergency).toString(),
                today(now).toString(),
                report(emergency, chosen.orElse(today(now)), now),
                chosen.isPresent() ? List.of() : List.of(Refusal.at("day", "board.day_unreadable")));
        return chosen.isPresent()
                ? Response.ok(Templates.situation(page)).build()
                : Refused.page(Templates.situation(page));
    }

    @GET
    @Path("/situation.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String id, @RestQuery @DefaultValue("") String day) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        LocalDate chosen = day(emergency, day, now).orElseThrow(NotFound::new);
        return Download.of(
                printer.print(words.sheet(emergency, report(emergency, chosen, now))),
                "application/pdf",
                language.messages(SituationMessages.class).sheet_title(emergency.name()) + " " + chosen + ".pdf",
                emergency.id() + "-" + language.tag() + "-" + chosen + "-" + now.toEpochMilli());
    }

    private SituationWords.Report report(EmergencyView emergency, LocalDate day, Instant now) {
        boolean today = day.equals(today(now));
        Instant asOf =
                today ? now : day.plusDays(1).atStartOfDay(language.zone()).toInstant();
        return board.situation(actor.get(), emergency.id(), asOf, now)
                .map(situation -> words.report(situation, today))
                .orElseThrow(NotFound::new);
    }

    /** Blank is today; empty for what is no day or lies outside the emergency. */
    private Optional<LocalDate> day(EmergencyView emergency, String typed, Instant now) {
        if (typed.isBlank()) {
            return Optional.of(today(now));
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.isAfter(today(now)) || day.isBefore(first(emergency)) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private LocalDate today(Instant now) {
        return now.atZone(language.zone()).toLocalDate();
    }

    private LocalDate first(EmergencyView emergency) {
        return emergency.startsAt().atZone(language.zone()).toLocalDate();
    }
}

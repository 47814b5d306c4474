package org.muster.closure.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.ask.AskView;
import org.muster.closure.ClosingReport;
import org.muster.closure.Closures;
import org.muster.closure.OpenEnds;
import org.muster.closure.Settlement;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.paper.SheetPrinter;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Download;
import org.muster.shell.Figures;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** An emergency is closed here, what came of it is read, and what was contracted everybody may fetch. */
@Path("/emergencies/{id}")
class ClosureResource {

    private static final String RECORD = "/public-record.json";

    @CheckedTemplate(basePath = "closure")
    static class Templates {
        static native TemplateInstance close(ClosePage view);

        static native TemplateInstance report(ReportPage view);

        private Templates() {}
    }

    record OpenRow(String supplier, String thing, String quantity, String url) {}

    record ClosePage(
            Head head,
            List<OpenRow> waiting,
            List<OpenRow> promised,
            List<Choice> settlements,
            String settlement,
            String closeReason,
            List<Refusal> refusals) {}

    record ReportPage(
            Head head,
            EmergencyView emergency,
            String soFar,
            String recordUrl,
            List<ReportWords.GivenRow> given,
            List<ReportWords.OverrideRow> overrides,
            List<ReportWords.ForecastTable> forecasts,
            List<ReportWords.HappeningRow> timeline) {}

    private final Closures closures;
    private final ReportWords words;
    private final SheetPrinter printer;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ClosureResource(
            Closures closures,
            ReportWords words,
            SheetPrinter printer,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.closures = closures;
        this.words = words;
        this.printer = printer;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    // ── Closing ─────────────────────────────────────────────────────────────────

    @GET
    @Path("/close")
    public TemplateInstance closing(@RestPath String id) {
        return closing(heads.running(id), "", "", List.of());
    }

    @POST
    @Path("/close")
    public Response close(
            @RestPath String id,
            @RestForm @DefaultValue("") String closeReason,
            @RestForm @DefaultValue("") String settlement) {
        EmergencyView emergency = heads.running(id);
        return closures.close(actor.get(), emergency.id(), closeReason, settlement, clock.instant())
                .fold(
                        done -> {
                            flash.say("emergency:closed_now");
                            return Redirect.to("/emergencies/" + done + "/report");
                        },
                        refusals -> Refused.page(closing(emergency, closeReason, settlement, refusals)));
    }

    private TemplateInstance closing(
            EmergencyView emergency, String closeReason, String settlement, List<Refusal> refusals) {
        Instant now = clock.instant();
        OpenEnds open = closures.openEnds(actor.get(), emergency.id(), now);
        ClosureMessages said = language.messages(ClosureMessages.class);
        return Templates.close(new ClosePage(
                heads.of(emergency, "overview", now),
                rows(open.waiting()),
                rows(open.promised()),
                open.any()
                        ? Arrays.stream(Settlement.values())
                                .map(one -> Choice.of(one, said.settlement(one)))
                                .toList()
                        : List.of(),
                settlement,
                closeReason,
                refusals));
    }

    private List<OpenRow> rows(List<AskView> asks) {
        Locale locale = language.locale();
        return asks.stream()
                .map(ask -> new OpenRow(
                        ask.organisationName(),
                        ask.title(),
                        ask.quantity()
                                .map((Quantity some) -> Figures.exact(some, locale))
                                .orElse(""),
                        "/emergencies/" + ask.emergency() + "/asks/" + ask.id()))
                .toList();
    }

    // ── The report ──────────────────────────────────────────────────────────────

    @GET
    @Path("/report")
    public TemplateInstance report(@RestPath String id) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        ClosingReport report = closures.report(actor.get(), emergency.id(), now).orElseThrow(NotFound::new);
        return Templates.report(new ReportPage(
                heads.of(emergency, "report", now),
                emergency,
                emergency.open() ? language.messages(ClosureMessages.class).so_far(words.moment(now)) : "",
                recordOf(emergency).isEmpty() ? "" : "/emergencies/" + emergency.id() + RECORD,
                words.given(report),
                words.overrides(report),
                words.forecasts(report),
                words.timeline(report)));
    }

    @GET
    @Path("/report.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String id, @Context UriInfo uri) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        ClosingReport report = closures.report(actor.get(), emergency.id(), now).orElseThrow(NotFound::new);
        String record = recordOf(emergency).isEmpty() ? "" : address(emergency.id(), uri);
        return Download.of(
                printer.print(words.sheet(report, record)),
                "application/pdf",
                language.messages(ClosureMessages.class).sheet_title(emergency.name()) + ".pdf",
                emergency.id() + "-" + language.tag() + "-" + report.asOf().toEpochMilli());
    }

    private static String recordOf(EmergencyView emergency) {
        return !emergency.open() && emergency.isPublished() ? RECORD : "";
    }

    // ── The public record ───────────────────────────────────────────────────────

    @GET
    @Path(RECORD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response publicRecord(@RestPath String id, @Context UriInfo uri) {
        EmergencyId emergency = Heads.id(id);
        return closures.publicRecord(emergency, address(emergency, uri), clock.instant())
                .map(record -> Response.ok(record.toString(), MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                        .build())
                .orElseThrow(NotFound::new);
    }

    private static String address(EmergencyId emergency, UriInfo uri) {
        return uri.getBaseUriBuilder()
                .path("emergencies")
                .path(emergency.toString())
                .path(RECORD)
                .build()
                .toString();
    }
}

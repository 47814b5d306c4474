package org.muster.consignment.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.consignment.ConsignmentView;
import org.muster.consignment.Consignments;
import org.muster.consignment.Coverage;
import org.muster.consignment.RunLeg;
import org.muster.consignment.RunView;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The desk sees what is promised, on its way and accepted, types in what suppliers say on the telephone, and accepts what comes. */
@Path("/emergencies/{id}/run")
class RunResource {

    @CheckedTemplate(basePath = "consignment")
    static class Templates {
        static native TemplateInstance run(RunPage view);

        private Templates() {}
    }

    record Bar(
            String thing,
            Coverage coverage,
            @Nullable Quantity needed,
            @Nullable Quantity planned,
            String label,
            String value,
            String max) {}

    record RunPage(Head head, String url, List<Bar> bars, List<ConsignmentPages.Leg> legs) {}

    private final Consignments consignments;
    private final ConsignmentPages pages;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    RunResource(
            Consignments consignments,
            ConsignmentPages pages,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.consignments = consignments;
        this.pages = pages;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        EmergencyView emergency = heads.emergency(id);
        Instant now = clock.instant();
        RunView run = consignments.run(actor.get(), emergency.id(), now);
        String url = url(emergency);
        return Templates.run(new RunPage(
                heads.of(emergency, "run", now),
                url,
                run.coverage().stream().map(this::bar).toList(),
                run.legs().stream().map(leg -> pages.leg(leg, url)).toList()));
    }

    private Bar bar(Coverage coverage) {
        String thing = language.isChinese() ? coverage.thingZh() : coverage.thingEn();
        return new Bar(
                thing,
                coverage,
                coverage.needed().orElse(null),
                coverage.planned().orElse(null),
                pages.words().bar(thing, pages.figure(coverage.accepted()), pages.figure(coverage.whole())),
                coverage.accepted().inBase().toPlainString(),
                coverage.whole().inBase().max(BigDecimal.ONE).toPlainString());
    }

    private static String url(EmergencyView emergency) {
        return "/emergencies/" + emergency.id() + "/run";
    }

    // ── Sending, after a call ───────────────────────────────────────────────────

    @GET
    @Path("/legs/{ask}")
    public TemplateInstance form(@RestPath String id, @RestPath String ask) {
        EmergencyView emergency = heads.running(id);
        return pages.send(head(emergency), leg(emergency, ask), url(emergency), Typed.nothing(), List.of());
    }

    @POST
    @Path("/legs/{ask}")
    public Response send(@RestPath String id, @RestPath String ask, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.running(id);
        RunLeg leg = leg(emergency, ask);
        Typed typed = Typed.of(fields);
        return pages.done(
                consignments.typeIn(
                        actor.get(), leg.promise().ask().id(), typed.dispatch(), language.zone(), clock.instant()),
                url(emergency),
                refusals -> pages.send(head(emergency), leg, url(emergency), typed, refusals));
    }

    private RunLeg leg(EmergencyView emergency, String ask) {
        RunLeg leg = pages.leg(ConsignmentPages.id(ask));
        if (!leg.promise().ask().emergency().equals(emergency.id())) {
            throw new NotFound();
        }
        return leg;
    }

    private Head head(EmergencyView emergency) {
        return heads.of(emergency, "run", clock.instant());
    }

    // ── One consignment ─────────────────────────────────────────────────────────

    @GET
    @Path("/{consignment}")
    public TemplateInstance one(@RestPath String id, @RestPath String consignment) {
        EmergencyView emergency = heads.emergency(id);
        return pages.one(head(emergency), goods(emergency, consignment), url(emergency), Typed.nothing(), List.of());
    }

    private ConsignmentView goods(EmergencyView emergency, String consignment) {
        ConsignmentView goods = pages.goods(ConsignmentPages.id(consignment));
        if (!goods.ask().emergency().equals(emergency.id())) {
            throw new NotFound();
        }
        return goods;
    }

    private interface Step {
        Outcome<UUID> take(UUID id, Typed typed, Instant now);
    }

    private Response step(String id, String consignment, MultivaluedMap<String, String> fields, Step step) {
        EmergencyView emergency = heads.running(id);
        ConsignmentView goods = goods(emergency, consignment);
        Typed typed = Typed.of(fields);
        return pages.done(
                step.take(goods.id(), typed, clock.instant()),
                url(emergency),
                refusals -> pages.one(head(emergency), goods, url(emergency), typed, refusals));
    }

    @POST
    @Path("/{consignment}/depart")
    public Response depart(@RestPath String id, @RestPath String consignment, MultivaluedMap<String, String> fields) {
        return step(
                id,
                consignment,
                fields,
                (goods, typed, now) -> consignments.depart(
                        actor.get(),
                        goods,
                        typed.get("key"),
                        typed.get("departedAt"),
                        typed.get("departCaller"),
                        language.zone(),
                        now));
    }

    @POST
    @Path("/{consignment}/delay")
    public Response delay(@RestPath String id, @RestPath String consignment, MultivaluedMap<String, String> fields) {
        return step(
                id,
                consignment,
                fields,
                (goods, typed, now) -> consignments.delay(
                        actor.get(),
                        goods,
                        typed.get("key"),
                        typed.get("expected"),
                        typed.get("delayReason"),
                        typed.get("delayCaller"),
                        language.zone(),
                        now));
    }

    @POST
    @Path("/{consignment}/arrive")
    public Response arrive(@RestPath String id, @RestPath String consignment, MultivaluedMap<String, String> fields) {
        return step(
                id,
                consignment,
                fields,
                (goods, typed, now) -> consignments.arrive(
                        actor.get(), goods, typed.get("key"), typed.get("arrivedAt"), language.zone(), now));
    }

    @POST
    @Path("/{consignment}/judge")
    public Response judge(@RestPath String id, @RestPath String consignment, MultivaluedMap<String, String> fields) {
        return step(
                id,
                consignment,
                fields,
                (goods, typed, now) -> consignments.judge(actor.get(), goods, typed.get("key"), typed.batches(), now));
    }

    @POST
    @Path("/{consignment}/papers")
    public Response issue(@RestPath String id, @RestPath String consignment, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.running(id);
        ConsignmentView goods = goods(emergency, consignment);
        Typed typed = Typed.of(fields);
        return consignments
                .issue(actor.get(), goods.id(), typed.get("kind"), clock.instant())
                .fold(
                        code -> {
                            flash.say("consignment:issued");
                            return Redirect.to(url(emergency) + "/" + goods.id());
                        },
                        refusals -> Refused.page(pages.one(head(emergency), goods, url(emergency), typed, refusals)));
    }

    @GET
    @Path("/{consignment}/papers/{code}/sheet.pdf")
    @Produces("application/pdf")
    public Response pdf(
            @RestPath String id, @RestPath String consignment, @RestPath String code, @Context UriInfo uri) {
        return pages.pdf(goods(heads.emergency(id), consignment).id(), code, uri);
    }
}

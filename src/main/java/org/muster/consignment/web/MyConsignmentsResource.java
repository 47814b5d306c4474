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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.consignment.ConsignmentView;
import org.muster.consignment.Consignments;
import org.muster.consignment.RunLeg;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.shared.Outcome;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** What one's organisation promised, and sends. */
@Path("/my/consignments")
class MyConsignmentsResource {

    private static final String URL = "/my/consignments";

    @CheckedTemplate(basePath = "consignment")
    static class Templates {
        static native TemplateInstance mine(List<ConsignmentPages.Leg> legs);

        private Templates() {}
    }

    private final Consignments consignments;
    private final ConsignmentPages pages;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    MyConsignmentsResource(
            Consignments consignments, ConsignmentPages pages, CurrentActor actor, Language language, Clock clock) {
        this.consignments = consignments;
        this.pages = pages;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return Templates.mine(consignments.mine(actor.get(), clock.instant()).stream()
                .map(leg -> pages.leg(leg, URL))
                .toList());
    }

    @GET
    @Path("/legs/{ask}")
    public TemplateInstance form(@RestPath String ask) {
        return pages.send(null, own(pages.leg(ConsignmentPages.id(ask))), URL, Typed.nothing(), List.of());
    }

    @POST
    @Path("/legs/{ask}")
    public Response send(@RestPath String ask, MultivaluedMap<String, String> fields) {
        RunLeg leg = own(pages.leg(ConsignmentPages.id(ask)));
        Typed typed = Typed.of(fields);
        return pages.done(
                consignments.send(
                        actor.get(), leg.promise().ask().id(), typed.dispatch(), language.zone(), clock.instant()),
                URL,
                refusals -> pages.send(null, leg, URL, typed, refusals));
    }

    @GET
    @Path("/{consignment}")
    public TemplateInstance one(@RestPath String consignment) {
        return pages.one(null, goods(consignment), URL, Typed.nothing(), List.of());
    }

    /** The desk has pages of its own, where it says who called. */
    private RunLeg own(RunLeg leg) {
        if (!actor.get().actsFor(leg.promise().ask().organisation())) {
            throw new NotFound();
        }
        return leg;
    }

    private ConsignmentView goods(String consignment) {
        ConsignmentView goods = pages.goods(ConsignmentPages.id(consignment));
        if (!actor.get().actsFor(goods.ask().organisation())) {
            throw new NotFound();
        }
        return goods;
    }

    private interface Step {
        Outcome<UUID> take(Actor member, UUID id, Typed typed, Instant now);
    }

    private Response step(String consignment, MultivaluedMap<String, String> fields, Step step) {
        ConsignmentView goods = goods(consignment);
        Typed typed = Typed.of(fields);
        return pages.done(
                step.take(actor.get(), goods.id(), typed, clock.instant()),
                URL,
                refusals -> pages.one(null, goods, URL, typed, refusals));
    }

    @POST
    @Path("/{consignment}/depart")
    public Response depart(@RestPath String consignment, MultivaluedMap<String, String> fields) {
        return step(
                consignment,
                fields,
                (member, goods, typed, now) -> consignments.depart(
                        member, goods, typed.get("key"), typed.get("departedAt"), "", language.zone(), now));
    }

    @POST
    @Path("/{consignment}/delay")
    public Response delay(@RestPath String consignment, MultivaluedMap<String, String> fields) {
        return step(
                consignment,
                fields,
                (member, goods, typed, now) -> consignments.delay(
                        member,
                        goods,
                        typed.get("key"),
                        typed.get("expected"),
                        typed.get("delayReason"),
                        "",
                        language.zone(),
                        now));
    }

    @GET
    @Path("/{consignment}/papers/{code}/sheet.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String consignment, @RestPath String code, @Context UriInfo uri) {
        return pages.pdf(goods(consignment).id(), code, uri);
    }
}

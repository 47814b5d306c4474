package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.RollAnswer;
import org.muster.emergency.RollAnswerDraft;
import org.muster.emergency.RollCall;
import org.muster.emergency.RollDesk;
import org.muster.identity.CurrentActor;
import org.muster.reference.Glossary;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.QrCode;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The roll call at the desk: who was asked, who is silent, what was said on the telephone, and what is in the way. */
@Path("/emergencies/{id}")
class RollResource {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance rolls(RollsPage view);

        static native TemplateInstance roll(RollPage view);

        static native TemplateInstance roll_ask(AskPage view);

        private Templates() {}
    }

    record CallRow(String url, String name, String progress, Instant calledAt) {}

    record RollsPage(
            Head head,
            List<CallRow> calls,
            String product,
            String area,
            List<Choice> areas,
            List<RollWords.TaskRow> tasks,
            List<Refusal> refusals) {}

    record AskedRow(
            String url,
            String name,
            String place,
            String mobile,
            boolean silent,
            String last,
            @Nullable Instant lastAt,
            String by) {}

    record RollPage(Head head, String name, String progress, List<AskedRow> asked) {}

    record AskPage(
            Head head,
            String name,
            String mobile,
            String link,
            String message,
            String url,
            String backUrl,
            String last,
            @Nullable Instant lastAt,
            RollWords.Form form,
            List<Refusal> refusals) {}

    private final RollDesk desk;
    private final RollWords words;
    private final Heads heads;
    private final Glossary glossary;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    RollResource(
            RollDesk desk,
            RollWords words,
            Heads heads,
            Glossary glossary,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.desk = desk;
        this.words = words;
        this.heads = heads;
        this.glossary = glossary;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    @Path("/rolls")
    public TemplateInstance list(@RestPath String id) {
        return list(heads.emergency(id), "", "", List.of());
    }

    private TemplateInstance list(EmergencyView emergency, String product, String area, List<Refusal> refusals) {
        Instant now = clock.instant();
        Head head = heads.of(emergency, "rolls", now);
        return Templates.rolls(new RollsPage(
                head,
                desk.of(actor.get(), emergency.id(), now).stream()
                        .map(call -> new CallRow(
                                head.url() + "/rolls/" + call.id(), name(call), progress(call), call.calledAt()))
                        .toList(),
                product,
                area.isEmpty() ? emergency.areas().get(0).placeCode() : area,
                emergency.areas().stream()
                        .map(one -> new Choice(one.placeCode(), heads.place(one.placeCode())))
                        .toList(),
                desk.tasks(actor.get(), emergency.id()).stream()
                        .map(task -> words.task(head.url(), task, now))
                        .toList(),
                refusals));
    }

    @POST
    @Path("/rolls")
    public Response call(
            @RestPath String id, @RestForm @DefaultValue("") String product, @RestForm @DefaultValue("") String area) {
        EmergencyView emergency = heads.emergency(id);
        return desk.call(actor.get(), emergency.id(), product, area, clock.instant())
                .fold(
                        call -> {
                            flash.say("roll:called");
                            return Redirect.to("/emergencies/" + emergency.id() + "/rolls/" + call);
                        },
                        refusals -> {
                            found(refusals);
                            return Refused.page(list(emergency, product, area, refusals));
                        });
    }

    @GET
    @Path("/rolls/{call}")
    public TemplateInstance show(@RestPath String id, @RestPath String call) {
        EmergencyView emergency = heads.emergency(id);
        Instant now = clock.instant();
        RollCall known = call(emergency, call, now);
        Head head = heads.of(emergency, "rolls", now);
        return Templates.roll(new RollPage(
                head,
                name(known),
                progress(known),
                known.asked().stream()
                        .map(one -> new AskedRow(
                                head.url() + "/rolls/" + known.id() + "/" + one.id(),
                                one.name(),
                                heads.place(one.placeCode()),
                                one.mobile().orElse(""),
                                one.silent(),
                                one.last().map(words::summary).orElse(""),
                                one.last().map(RollAnswer::at).orElse(null),
                                one.last().map(words::by).orElse("")))
                        .toList()));
    }

    @GET
    @Path("/rolls/{call}/{ask}")
    public TemplateInstance ask(
            @RestPath String id, @RestPath String call, @RestPath String ask, @Context UriInfo uri) {
        return ask(heads.emergency(id), call, ask, uri, RollWords.blank(), List.of());
    }

    private TemplateInstance ask(
            EmergencyView emergency,
            String call,
            String ask,
            UriInfo uri,
            RollAnswerDraft draft,
            List<Refusal> refusals) {
        Instant now = clock.instant();
        RollCall known = call(emergency, call, now);
        RollCall.Asked asked = asked(known, ask);
        Head head = heads.of(emergency, "rolls", now);
        String product = words.product(known.productKey());
        String link = link(uri, asked.token());
        return Templates.roll_ask(new AskPage(
                head,
                asked.name(),
                asked.mobile().orElse(""),
                link,
                words.words()
                        .ask_message(
                                emergency.name(),
                                emergency.authority(),
                                product,
                                asked.name(),
                                link,
                                emergency.lead().mobile(),
                                emergency.lead().name()),
                head.url() + "/rolls/" + known.id() + "/" + asked.id(),
                head.url() + "/rolls/" + known.id(),
                asked.last()
                        .map(one -> words.summary(one) + " · " + words.by(one))
                        .orElse(""),
                asked.last().map(RollAnswer::at).orElse(null),
                words.form(draft, unit(known.productKey())),
                refusals));
    }

    private String unit(String productKey) {
        return glossary.terms()
                .byKey(productKey)
                .flatMap(term -> term.defaultUnit())
                .flatMap(Unit::written)
                .map(Unit::code)
                .orElse("piece");
    }

    @GET
    @Path("/rolls/{call}/{ask}/qr.svg")
    @Produces("image/svg+xml")
    public Response qrCode(@RestPath String id, @RestPath String call, @RestPath String ask, @Context UriInfo uri) {
        RollCall.Asked asked = asked(call(heads.emergency(id), call, clock.instant()), ask);
        CacheControl noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.ok(QrCode.svg(link(uri, asked.token())))
                .cacheControl(noStore)
                .build();
    }

    @POST
    @Path("/rolls/{call}/{ask}")
    public Response typeIn(
            @RestPath String id,
            @RestPath String call,
            @RestPath String ask,
            MultivaluedMap<String, String> fields,
            @Context UriInfo uri) {
        EmergencyView emergency = heads.emergency(id);
        RollCall known = call(emergency, call, clock.instant());
        RollCall.Asked asked = asked(known, ask);
        RollAnswerDraft draft = RollForms.draft(fields);
        return desk.typeIn(actor.get(), emergency.id(), asked.id(), draft, clock.instant())
                .fold(
                        answer -> {
                            flash.say("roll:recorded");
                            return Redirect.to("/emergencies/" + emergency.id() + "/rolls/" + known.id());
                        },
                        refusals -> {
                            found(refusals);
                            return Refused.page(ask(emergency, call, ask, uri, draft, refusals));
                        });
    }

    // ── Tasks ───────────────────────────────────────────────────────────────────

    @POST
    @Path("/tasks/{task}/assign")
    public Response assign(@RestPath String id, @RestPath String task, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.emergency(id);
        UUID known = Ids.read(task, UUID::fromString);
        String owner = Optional.ofNullable(fields.getFirst("owner-" + known)).orElse("");
        String hours = Optional.ofNullable(fields.getFirst("hours-" + known)).orElse("");
        return desk.assign(actor.get(), emergency.id(), known, owner, hours, clock.instant())
                .fold(
                        done -> {
                            flash.say("roll:assigned");
                            return Redirect.to("/emergencies/" + emergency.id() + "/rolls");
                        },
                        refusals -> {
                            found(refusals);
                            return Refused.page(list(emergency, "", "", refusals));
                        });
    }

    @POST
    @Path("/tasks/{task}/done")
    public Response done(@RestPath String id, @RestPath String task) {
        EmergencyView emergency = heads.emergency(id);
        return desk.done(actor.get(), emergency.id(), Ids.read(task, UUID::fromString), clock.instant())
                .fold(
                        done -> {
                            flash.say("roll:finished");
                            return Redirect.to("/emergencies/" + emergency.id() + "/rolls");
                        },
                        refusals -> {
                            throw new NotFound();
                        });
    }

    // ── Small things ────────────────────────────────────────────────────────────

    private RollCall call(EmergencyView emergency, String call, Instant now) {
        return desk.byId(actor.get(), emergency.id(), Ids.read(call, UUID::fromString), now)
                .orElseThrow(NotFound::new);
    }

    private static RollCall.Asked asked(RollCall call, String ask) {
        UUID id = Ids.read(ask, UUID::fromString);
        return call.asked().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String name(RollCall call) {
        return words.words().call_name(words.product(call.productKey()), heads.place(call.areaCode()));
    }

    private String progress(RollCall call) {
        return words.words()
                .progress(
                        NeedRows.figure(call.answered()),
                        NeedRows.figure(call.asked().size()));
    }

    private static String link(UriInfo uri, String token) {
        return uri.getBaseUriBuilder().path("r").path(token).build().toString();
    }

    private static void found(List<Refusal> refusals) {
        if (refusals.get(0).key().equals(EmergencyDesk.NOT_FOUND)) {
            throw new NotFound();
        }
    }
}

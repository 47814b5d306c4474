package org.muster.ask.web;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.allocation.Allocations;
import org.muster.allocation.LegalBasis;
import org.muster.ask.AnswerDraft;
import org.muster.ask.AskMail;
import org.muster.ask.AskState;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.ask.Loss;
import org.muster.ask.OneAsk;
import org.muster.ask.Repairs;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.planning.PlanRunId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.QrCode;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shell.Times;

/** The office's side: who was asked, who owes an answer, what was said, and what the office makes of it. */
@Path("/emergencies/{id}/asks")
class AsksResource {

    @CheckedTemplate(basePath = "ask")
    static class Templates {
        static native TemplateInstance asks(AsksPage view);

        static native TemplateInstance ask(AskPage view);

        private Templates() {}
    }

    record AsksPage(
            Head head,
            String progress,
            List<AskWords.Card> cards,
            List<Choice> runs,
            OneAsk one,
            List<Choice> areas,
            List<Choice> bases,
            List<Refusal> refusals) {}

    record AskPage(
            Head head,
            AskWords.Card card,
            String url,
            String link,
            String message,
            AskWords.Form form,
            String reason,
            List<Choice> losses,
            String loss,
            String lossNote,
            List<Refusal> refusals) {

        public boolean counts() {
            return card.ask().state() == AskState.COMMITTED || holds();
        }

        public boolean waitsForOffice() {
            return card.ask().state().waitsForOffice();
        }

        public boolean conditional() {
            return card.ask().state() == AskState.CONDITIONAL;
        }

        public boolean holds() {
            return card.ask().state().holds();
        }
    }

    private final Asks asks;
    private final AskMail mail;
    private final Repairs repairs;
    private final AskWords words;
    private final Allocations allocations;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    AsksResource(
            Asks asks,
            AskMail mail,
            Repairs repairs,
            AskWords words,
            Allocations allocations,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.asks = asks;
        this.mail = mail;
        this.repairs = repairs;
        this.words = words;
        this.allocations = allocations;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    // ── All of them ─────────────────────────────────────────────────────────────

    @GET
    public TemplateInstance list(@RestPath String id) {
        EmergencyView emergency = heads.emergency(id);
        return list(emergency, OneAsk.to(emergency.areas().get(0).placeCode()), List.of());
    }

    private TemplateInstance list(EmergencyView emergency, OneAsk one, List<Refusal> refusals) {
        Instant now = clock.instant();
        List<AskView> all = asks.of(actor.get(), emergency.id(), now);
        Map<UUID, AskMail.Standing> mails =
                mail.of(all.stream().map(AskView::id).toList());
        return Templates.asks(new AsksPage(
                heads.of(emergency, "asks", now),
                words.words()
                        .progress(
                                all.size(),
                                count(all, AskState.COMMITTED),
                                count(all, AskState.REQUESTED) + count(all, AskState.ACKNOWLEDGED),
                                count(all, AskState.CONDITIONAL) + count(all, AskState.COUNTERED)),
                all.stream()
                        .map(ask -> words.card(ask, Optional.ofNullable(mails.get(ask.id()))))
                        .toList(),
                allocations.runs(actor.get(), emergency.id()).stream()
                        .filter(line -> !repairs.isRepair(line.run().id()))
                        .map(line -> {
                            int legs = allocations
                                    .legs(
                                            actor.get(),
                                            emergency.id(),
                                            line.run().id())
                                    .size();
                            return legs == 0
                                    ? new Choice("", "")
                                    : new Choice(
                                            line.run().id().value().toString(),
                                            words.words()
                                                    .run_name(
                                                            Times.moment(
                                                                    line.run().begunAt(),
                                                                    language.zone(),
                                                                    language.locale(),
                                                                    now),
                                                            legs));
                        })
                        .filter(choice -> !choice.value().isEmpty())
                        .limit(5)
                        .toList(),
                one,
                emergency.areas().stream()
                        .map(area -> new Choice(area.placeCode(), words.place(area.placeCode())))
                        .toList(),
                Arrays.stream(LegalBasis.values())
                        .map(basis -> Choice.of(basis, words.words().basis(basis)))
                        .toList(),
                refusals));
    }

    private static int count(List<AskView> all, AskState state) {
        return (int) all.stream().filter(one -> one.state() == state).count();
    }

    @POST
    @Path("/one")
    public Response one(@RestPath String id, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.running(id);
        OneAsk typed = new OneAsk(
                AskWords.first(fields, "listing"),
                AskWords.first(fields, "amount"),
                AskWords.first(fields, "from"),
                AskWords.first(fields, "to"),
                AskWords.first(fields, "neededBy"),
                AskWords.first(fields, "place"),
                AskWords.first(fields, "basis"),
                AskWords.first(fields, "authority"),
                AskWords.first(fields, "document"));
        return asks.askOne(actor.get(), emergency.id(), typed, clock.instant())
                .fold(sent -> sent(emergency), refusals -> Refused.page(list(emergency, typed, refusals)));
    }

    @POST
    @Path("/plan")
    public Response plan(@RestPath String id, @RestForm @DefaultValue("") String run) {
        EmergencyView emergency = heads.running(id);
        PlanRunId known = new PlanRunId(Ids.read(run, UUID::fromString));
        return asks.sendPlan(actor.get(), emergency.id(), known, clock.instant())
                .fold(sent -> sent(emergency), refusals -> again(emergency, known, refusals));
    }

    /** Where the ledger has moved, the plan is made again on what is free now, and shown beside the one that was to be sent. */
    private Response again(EmergencyView emergency, PlanRunId run, List<Refusal> refusals) {
        boolean moved = refusals.stream().anyMatch(one -> one.key().equals("ask.moved"))
                && allocations
                        .stillStands(actor.get(), emergency.id(), run, clock.instant())
                        .filter(doubts -> !doubts.isEmpty())
                        .isPresent();
        // A plan that still stands would be made the same again, and be refused again.
        if (moved) {
            Outcome<PlanRunId> begun = allocations.again(actor.get(), emergency.id(), run, clock.instant());
            if (begun.isAccepted()) {
                flash.say("repair:sent_again");
                return Redirect.to("/emergencies/" + emergency.id() + "/plan/" + begun.orElseThrow());
            }
        }
        return Refused.page(list(emergency, OneAsk.to(emergency.areas().get(0).placeCode()), refusals));
    }

    private Response sent(EmergencyView emergency) {
        flash.say("ask:sent");
        return Redirect.to("/emergencies/" + emergency.id() + "/asks");
    }

    // ── One of them ─────────────────────────────────────────────────────────────

    @GET
    @Path("/{ask}")
    public TemplateInstance show(@RestPath String id, @RestPath String ask, @Context UriInfo uri) {
        return show(heads.emergency(id), ask, uri, AskWords.blank(), "", List.of());
    }

    private TemplateInstance show(
            EmergencyView emergency,
            String ask,
            UriInfo uri,
            AnswerDraft draft,
            String reason,
            List<Refusal> refusals) {
        return show(emergency, ask, uri, draft, reason, Loss.TOO_LATE.name(), "", refusals);
    }

    private TemplateInstance show(
            EmergencyView emergency,
            String ask,
            UriInfo uri,
            AnswerDraft draft,
            String reason,
            String loss,
            String lossNote,
            List<Refusal> refusals) {
        AskView known = ask(emergency, ask);
        Head head = heads.of(emergency, "asks", clock.instant());
        RepairMessages repair = language.messages(RepairMessages.class);
        String link = AskWords.link(uri, known);
        return Templates.ask(new AskPage(
                head,
                words.card(known, mail.of(known.id())),
                head.url() + "/asks/" + known.id(),
                link,
                words.message(known, link),
                words.form(known, draft),
                reason,
                Arrays.stream(Loss.values())
                        .map(one -> Choice.of(one, repair.loss(one)))
                        .toList(),
                loss,
                lossNote,
                refusals));
    }

    @GET
    @Path("/{ask}/qr.svg")
    @Produces("image/svg+xml")
    public Response qrCode(@RestPath String id, @RestPath String ask, @Context UriInfo uri) {
        CacheControl noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.ok(QrCode.svg(AskWords.link(uri, ask(heads.emergency(id), ask))))
                .cacheControl(noStore)
                .build();
    }

    @POST
    @Path("/{ask}")
    public Response typeIn(
            @RestPath String id, @RestPath String ask, MultivaluedMap<String, String> fields, @Context UriInfo uri) {
        EmergencyView emergency = heads.running(id);
        AskView known = ask(emergency, ask);
        AnswerDraft draft = AskWords.draft(fields);
        return asks.typeIn(actor.get(), emergency.id(), known.id(), draft, clock.instant())
                .fold(
                        done -> said(emergency, known, "ask:thanks"),
                        refusals -> Refused.page(show(emergency, ask, uri, draft, "", refusals)));
    }

    @POST
    @Path("/{ask}/agree")
    public Response agree(@RestPath String id, @RestPath String ask, @Context UriInfo uri) {
        EmergencyView emergency = heads.running(id);
        AskView known = ask(emergency, ask);
        return asks.agree(actor.get(), emergency.id(), known.id(), clock.instant())
                .fold(
                        done -> said(emergency, known, "ask:agreed"),
                        refusals -> Refused.page(show(emergency, ask, uri, AskWords.blank(), "", refusals)));
    }

    @POST
    @Path("/{ask}/withdraw")
    public Response withdraw(
            @RestPath String id,
            @RestPath String ask,
            @RestForm @DefaultValue("") String reason,
            @Context UriInfo uri) {
        EmergencyView emergency = heads.running(id);
        AskView known = ask(emergency, ask);
        return asks.withdraw(actor.get(), emergency.id(), known.id(), reason, clock.instant())
                .fold(
                        done -> said(emergency, known, "ask:withdrawn"),
                        refusals -> Refused.page(show(emergency, ask, uri, AskWords.blank(), reason, refusals)));
    }

    @POST
    @Path("/{ask}/lose")
    public Response lose(
            @RestPath String id,
            @RestPath String ask,
            @RestForm @DefaultValue("") String loss,
            @RestForm @DefaultValue("") String lossNote,
            @Context UriInfo uri) {
        EmergencyView emergency = heads.running(id);
        AskView known = ask(emergency, ask);
        Loss what = Ids.read(loss, Loss::valueOf);
        return repairs.lose(actor.get(), emergency.id(), known.id(), what, lossNote, clock.instant())
                .fold(
                        done -> said(emergency, known, "repair:lost"),
                        refusals -> Refused.page(
                                show(emergency, ask, uri, AskWords.blank(), "", loss, lossNote, refusals)));
    }

    private Response said(EmergencyView emergency, AskView ask, String sentence) {
        flash.say(sentence);
        return Redirect.to("/emergencies/" + emergency.id() + "/asks/" + ask.id());
    }

    private AskView ask(EmergencyView emergency, String ask) {
        return asks.byId(actor.get(), emergency.id(), Ids.read(ask, UUID::fromString), clock.instant())
                .orElseThrow(NotFound::new);
    }
}

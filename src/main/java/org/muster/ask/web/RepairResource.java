package org.muster.ask.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.ask.RepairCause;
import org.muster.ask.RepairLimits;
import org.muster.ask.RepairMove;
import org.muster.ask.RepairState;
import org.muster.ask.RepairView;
import org.muster.ask.Repairs;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.planning.PlanRunId;
import org.muster.shared.Money;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Figures;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** What would move when the plan in force is repaired, and why; and what the office makes of it. */
@Path("/emergencies/{id}/asks/repair")
class RepairResource {

    @CheckedTemplate(basePath = "ask")
    static class Templates {
        static native TemplateInstance repair(RepairPage view);

        private Templates() {}
    }

    record GrownRow(String name, String area, @Nullable Quantity before, Quantity now) {}

    record Cause(UUID ask, String supplier, String thing, String what, String tone, String note) {}

    record MoveRow(
            String supplier,
            String title,
            String thing,
            @Nullable Quantity before,
            @Nullable Quantity after,
            String why,
            String icon,
            String tone) {}

    record OutputRow(String name, String area, Quantity before, Quantity after) {}

    record Proposal(
            String run,
            boolean working,
            boolean failed,
            List<MoveRow> moves,
            List<OutputRow> outputs,
            String money,
            @Nullable String chance) {}

    record PastRow(RepairState state, String by, Instant at, List<MoveRow> moves) {}

    record RepairPage(
            Head head,
            String url,
            boolean inForce,
            List<Cause> causes,
            List<GrownRow> grown,
            @Nullable Proposal proposal,
            boolean mayBegin,
            @Nullable String limitSet,
            String legs,
            String percent,
            List<PastRow> past,
            List<Refusal> refusals) {}

    private final Repairs repairs;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    RepairResource(Repairs repairs, Heads heads, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.repairs = repairs;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(heads.emergency(id), Optional.empty(), List.of());
    }

    @POST
    @Path("/begin")
    public Response begin(@RestPath String id) {
        EmergencyView emergency = heads.running(id);
        return done(emergency, repairs.begin(actor.get(), emergency.id(), clock.instant()), "repair:begun");
    }

    @POST
    @Path("/apply")
    public Response apply(@RestPath String id, @RestForm @DefaultValue("") String run) {
        EmergencyView emergency = heads.running(id);
        return done(emergency, repairs.apply(actor.get(), emergency.id(), run(run), clock.instant()), "repair:applied");
    }

    @POST
    @Path("/leave")
    public Response leave(@RestPath String id, @RestForm @DefaultValue("") String run) {
        EmergencyView emergency = heads.running(id);
        return done(emergency, repairs.leave(actor.get(), emergency.id(), run(run), clock.instant()), "repair:left");
    }

    @POST
    @Path("/limits")
    public Response limits(
            @RestPath String id, @RestForm @DefaultValue("") String legs, @RestForm @DefaultValue("") String percent) {
        EmergencyView emergency = heads.running(id);
        return repairs.limit(actor.get(), emergency.id(), legs, percent, clock.instant())
                .fold(
                        saved -> said(emergency, "repair:limit_saved"),
                        refusals -> Refused.page(page(emergency, Optional.of(new Typed(legs, percent)), refusals)));
    }

    private record Typed(String legs, String percent) {}

    private static PlanRunId run(String text) {
        return new PlanRunId(Ids.read(text, UUID::fromString));
    }

    private <T> Response done(EmergencyView emergency, Outcome<T> outcome, String sentence) {
        return outcome.fold(
                fine -> said(emergency, sentence),
                refusals -> Refused.page(page(emergency, Optional.empty(), refusals)));
    }

    private Response said(EmergencyView emergency, String sentence) {
        flash.say(sentence);
        return Redirect.to("/emergencies/" + emergency.id() + "/asks/repair");
    }

    // ── The page ────────────────────────────────────────────────────────────────

    private TemplateInstance page(EmergencyView emergency, Optional<Typed> typed, List<Refusal> refusals) {
        RepairView view =
                repairs.of(actor.get(), emergency.id(), clock.instant()).orElseThrow(NotFound::new);
        RepairMessages words = language.messages(RepairMessages.class);
        Head head = heads.of(emergency, "asks", clock.instant());
        Optional<RepairLimits> limits = view.limits();
        return Templates.repair(new RepairPage(
                head,
                head.url() + "/asks/repair",
                view.inForce().isPresent(),
                view.causes().stream().map(one -> cause(one, words)).toList(),
                view.grown().stream()
                        .map(one -> new GrownRow(
                                language.isChinese()
                                        ? one.name().zh()
                                        : one.name().en(),
                                heads.place(one.area()),
                                one.before().orElse(null),
                                one.now()))
                        .toList(),
                view.proposed().map(one -> proposal(one, words)).orElse(null),
                emergency.open()
                        && !(view.causes().isEmpty() && view.grown().isEmpty())
                        && view.proposed().map(RepairView.Proposed::failed).orElse(true),
                limits.map(one -> words.limit_set(one.setBy(), one.legs(), one.percent()))
                        .orElse(null),
                typed.map(Typed::legs)
                        .orElseGet(() ->
                                limits.map(one -> Integer.toString(one.legs())).orElse("0")),
                typed.map(Typed::percent)
                        .orElseGet(() -> limits.map(one -> Integer.toString(one.percent()))
                                .orElse("0")),
                view.past().stream()
                        .map(one -> new PastRow(
                                one.state(),
                                one.decidedBy(),
                                one.at(),
                                one.moves().stream()
                                        .map(move -> move(move, words))
                                        .toList()))
                        .toList(),
                refusals));
    }

    private Cause cause(RepairCause cause, RepairMessages words) {
        boolean open = cause.cause().equals("COUNTERED") || cause.cause().equals("CONDITIONAL");
        return new Cause(
                cause.ask(),
                cause.supplier(),
                language.isChinese() ? cause.thingZh() : cause.thingEn(),
                words.cause(RepairCause.kind(cause.cause())),
                open ? "amber" : "red",
                cause.note());
    }

    private Proposal proposal(RepairView.Proposed proposed, RepairMessages words) {
        return new Proposal(
                proposed.run().toString(),
                proposed.working(),
                proposed.failed(),
                proposed.moves().stream().map(one -> move(one, words)).toList(),
                proposed.outputs().stream()
                        .map(one -> new OutputRow(
                                language.isChinese()
                                        ? one.name().zh()
                                        : one.name().en(),
                                heads.place(one.area()),
                                one.before(),
                                one.after()))
                        .toList(),
                proposed.dearer().map(one -> money(one, words)).orElse(""),
                proposed.chanceBefore()
                        .flatMap(before ->
                                proposed.chanceAfter().map(after -> words.chance(percent(before), percent(after))))
                        .orElse(null));
    }

    private String money(Money dearer, RepairMessages words) {
        return dearer.minor() < 0
                ? words.cheaper(Figures.money(new Money(-dearer.minor(), dearer.currency()), language.locale()))
                : words.dearer(Figures.money(dearer, language.locale()));
    }

    private static String percent(double share) {
        return Figures.percent(BigDecimal.valueOf(share));
    }

    private MoveRow move(RepairMove move, RepairMessages words) {
        String why = words.why_of(move.why());
        return new MoveRow(
                move.supplier(),
                move.title(),
                language.isChinese() ? move.thingZh() : move.thingEn(),
                move.before().orElse(null),
                move.after().orElse(null),
                move.cause().isEmpty() ? why : why + " · " + words.cause(RepairCause.kind(move.cause())),
                move.asks() ? "check" : "swap",
                move.asks() ? "green" : move.why() == RepairMove.Why.GONE ? "red" : "amber");
    }
}

package org.muster.allocation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.Allocations;
import org.muster.allocation.LegalBasis;
import org.muster.allocation.PlanWish;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.RunLine;
import org.muster.allocation.Sense;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.planning.PlanRunView;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanCost;
import org.muster.planning.model.Profile;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** An emergency's plans: begun, read, asked what if, and decided by what right each leg is had. */
@Path("/emergencies/{id}/plan")
class PlanResource {

    /** Every profile at once, to be read side by side. */
    private static final String ALL = "ALL";

    @CheckedTemplate(basePath = "allocation")
    static class Templates {
        static native TemplateInstance plans(ListPage view);

        static native TemplateInstance plan(PlanPage view);

        private Templates() {}
    }

    /** @param gap blank where it is proven to be the best; null where there is no plan yet */
    record RunRow(
            String url,
            Profile profile,
            PlanRunState state,
            String by,
            Instant at,
            @Nullable String gap,
            int changes) {}

    record OutputCell(String name, String area, Quantity reached, int share) {}

    /** One profile's newest plan without changes. */
    record Column(
            Profile profile,
            String url,
            List<OutputCell> outputs,
            String money,
            String gap,
            String chance,
            Instant released,
            int legs,
            int suppliers) {}

    record ListPage(
            Head head,
            String url,
            List<Choice> profiles,
            String profile,
            boolean fair,
            boolean working,
            List<RunRow> runs,
            List<Column> columns,
            List<Refusal> refusals) {}

    private final Allocations allocations;
    private final PlanPages pages;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    PlanResource(
            Allocations allocations,
            PlanPages pages,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.allocations = allocations;
        this.pages = pages;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    private static String url(EmergencyView emergency) {
        return "/emergencies/" + emergency.id() + "/plan";
    }

    // ── All of them ─────────────────────────────────────────────────────────────

    @GET
    public TemplateInstance list(@RestPath String id) {
        return list(heads.emergency(id), ALL, true, List.of());
    }

    @POST
    public Response begin(
            @RestPath String id,
            @RestForm @DefaultValue(ALL) String profile,
            @RestForm @DefaultValue("false") String fair) {
        EmergencyView emergency = heads.running(id);
        boolean shared = fair.equals("true");
        List<Profile> profiles =
                profile.equals(ALL) ? List.of(Profile.values()) : List.of(Ids.<Profile>read(profile, Profile::valueOf));
        List<PlanRunId> begun = new ArrayList<>();
        for (Profile one : profiles) {
            Outcome<PlanRunId> outcome = allocations.begin(
                    actor.get(), emergency.id(), new PlanWish(one, shared, List.of()), clock.instant());
            if (!outcome.isAccepted()) {
                return Refused.page(list(emergency, profile, shared, outcome.reasons()));
            }
            begun.add(outcome.orElseThrow());
        }
        flash.say("plan:begun");
        return Redirect.to(begun.size() == 1 ? url(emergency) + "/" + begun.get(0) : url(emergency));
    }

    private TemplateInstance list(EmergencyView emergency, String profile, boolean fair, List<Refusal> refusals) {
        PlanMessages words = language.messages(PlanMessages.class);
        String url = url(emergency);
        List<RunLine> runs = allocations.runs(actor.get(), emergency.id());
        List<Choice> profiles = new ArrayList<>(List.of(new Choice(ALL, words.all_profiles())));
        Arrays.stream(Profile.values()).forEach(one -> profiles.add(Choice.of(one, words.profile(one))));
        return Templates.plans(new ListPage(
                heads.of(emergency, "plan", clock.instant()),
                url,
                profiles,
                profile,
                fair,
                runs.stream().anyMatch(one -> one.run().state().isOpen()),
                runs.stream().map(one -> row(one, url)).toList(),
                columns(emergency, runs, url),
                refusals));
    }

    private static RunRow row(RunLine line, String url) {
        PlanRunView run = line.run();
        return new RunRow(
                url + "/" + run.id(),
                run.profile(),
                run.state(),
                run.begunBy(),
                run.begunAt(),
                run.best().map(PlanPages::gap).orElse(null),
                line.wish().changes().size());
    }

    private List<Column> columns(EmergencyView emergency, List<RunLine> runs, String url) {
        List<Column> columns = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            runs.stream()
                    .filter(line -> line.run().profile() == profile
                            && line.wish().changes().isEmpty()
                            && line.run().state() == PlanRunState.DONE)
                    .findFirst()
                    .flatMap(line -> allocations.run(
                            actor.get(), emergency.id(), line.run().id()))
                    .flatMap(run -> run.detail().answer().map(answer -> column(run, answer, url)))
                    .ifPresent(columns::add);
        }
        return columns;
    }

    private Column column(PlannedRun run, PlanAnswer answer, String url) {
        Sense sense = run.sense();
        PlanCost cost = answer.proven().plan().cost();
        List<OutputCell> outputs = new ArrayList<>();
        for (int d = 0; d < sense.demands().size(); d++) {
            long reached = answer.proven().plan().outputs().get(d);
            outputs.add(new OutputCell(
                    pages.name(sense.demands().get(d).name()),
                    heads.place(sense.demands().get(d).area()),
                    PlanPages.shown(sense.asWanted(d, reached)),
                    PlanPages.share(
                            reached,
                            run.detail().order().problem().demands().get(d).output())));
        }
        var legs = answer.proven().plan().legs();
        var problem = run.detail().order().problem();
        return new Column(
                run.detail().run().profile(),
                url + "/" + run.detail().run().id(),
                outputs,
                pages.money(sense, cost.goods() + cost.offers() + cost.suppliers()),
                PlanPages.gap(new PlanRunView.Figures(
                        cost.total(), answer.proven().bound(), answer.proven().unavoidable())),
                PlanPages.percent(answer.outlook().probability()),
                sense.at(answer.schedule().released()),
                legs.size(),
                (int) legs.stream()
                        .map(leg -> problem.offers()
                                .get(problem.arcs().get(leg.arc()).offer())
                                .supplier())
                        .distinct()
                        .count());
    }

    // ── One of them ─────────────────────────────────────────────────────────────

    @GET
    @Path("/{run}")
    public TemplateInstance show(@RestPath String id, @RestPath String run) {
        EmergencyView emergency = heads.emergency(id);
        return page(emergency, planned(emergency, run), WhatIf.NOTHING, List.of());
    }

    @POST
    @Path("/{run}/cancel")
    public Response cancel(@RestPath String id, @RestPath String run) {
        EmergencyView emergency = heads.running(id);
        PlannedRun planned = planned(emergency, run);
        PlanRunId runId = planned.detail().run().id();
        return allocations
                .cancel(actor.get(), emergency.id(), runId, clock.instant())
                .fold(
                        done -> {
                            flash.say("plan:cancelled");
                            return Redirect.to(url(emergency) + "/" + runId);
                        },
                        refusals -> Refused.page(page(emergency, planned, WhatIf.NOTHING, refusals)));
    }

    @POST
    @Path("/{run}/again")
    public Response again(@RestPath String id, @RestPath String run) {
        EmergencyView emergency = heads.running(id);
        PlannedRun planned = planned(emergency, run);
        return begun(
                emergency,
                planned,
                WhatIf.NOTHING,
                allocations.again(
                        actor.get(), emergency.id(), planned.detail().run().id(), clock.instant()));
    }

    @POST
    @Path("/{run}/what-if")
    public Response whatIf(@RestPath String id, @RestPath String run, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.running(id);
        PlannedRun planned = planned(emergency, run);
        WhatIf typed = typed(fields);
        return typed.change(planned.sense(), language.zone())
                .fold(
                        change -> begun(
                                emergency,
                                planned,
                                typed,
                                allocations.whatIf(
                                        actor.get(),
                                        emergency.id(),
                                        planned.detail().run().id(),
                                        change,
                                        clock.instant())),
                        refusals -> Refused.page(page(emergency, planned, typed, refusals)));
    }

    private Response begun(EmergencyView emergency, PlannedRun before, WhatIf typed, Outcome<PlanRunId> outcome) {
        return outcome.fold(
                run -> {
                    flash.say("plan:begun");
                    return Redirect.to(url(emergency) + "/" + run);
                },
                refusals -> Refused.page(page(emergency, before, typed, refusals)));
    }

    @POST
    @Path("/{run}/basis")
    public Response basis(@RestPath String id, @RestPath String run, MultivaluedMap<String, String> fields) {
        EmergencyView emergency = heads.running(id);
        PlannedRun planned = planned(emergency, run);
        WhatIf typed = typed(fields);
        int arc = Ids.read(typed.get("arc"), Integer::valueOf);
        LegalBasis basis = Ids.read(typed.get("basis-" + arc), LegalBasis::valueOf);
        return allocations
                .decide(
                        actor.get(),
                        emergency.id(),
                        planned.detail().run().id(),
                        arc,
                        basis,
                        typed.get("authority-" + arc),
                        typed.get("document-" + arc),
                        clock.instant())
                .fold(
                        done -> {
                            flash.say("plan:basis_kept");
                            return Redirect.to(url(emergency) + "/"
                                    + planned.detail().run().id());
                        },
                        refusals -> Refused.page(page(
                                emergency,
                                planned,
                                typed,
                                refusals.stream()
                                        .map(one -> one.field().isEmpty()
                                                ? one
                                                : new Refusal(one.field() + "-" + arc, one.key(), one.args()))
                                        .toList())));
    }

    private static WhatIf typed(MultivaluedMap<String, String> fields) {
        Map<String, String> typed = new HashMap<>();
        fields.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.get(0)));
        return new WhatIf(typed);
    }

    private PlannedRun planned(EmergencyView emergency, String run) {
        return allocations
                .run(actor.get(), emergency.id(), Ids.read(run, PlanRunId::of))
                .orElseThrow(NotFound::new);
    }

    private TemplateInstance page(EmergencyView emergency, PlannedRun planned, WhatIf typed, List<Refusal> refusals) {
        Instant now = clock.instant();
        PlanRunView run = planned.detail().run();
        String listUrl = url(emergency);
        boolean done = run.state() == PlanRunState.DONE || run.state() == PlanRunState.OVERTAKEN;
        List<Doubt> doubts = done
                ? allocations
                        .stillStands(actor.get(), emergency.id(), run.id(), now)
                        .orElse(run.doubts())
                : List.of();
        Optional<PlanPage.Compared> compared = planned.before()
                .flatMap(before -> allocations
                        .compare(actor.get(), emergency.id(), before, run.id())
                        .map(one -> pages.compared(one, listUrl + "/" + before, planned.sense())));
        return Templates.plan(new PlanPage(
                heads.of(emergency, "plan", now),
                listUrl + "/" + run.id(),
                listUrl,
                run.state(),
                run.profile(),
                run.begunBy(),
                run.begunAt(),
                run.finishedAt(),
                run.mayCancel() && emergency.open(),
                emergency.open(),
                planned.detail().answer().isPresent(),
                run.incident(),
                pages.changes(planned.wish().changes(), planned.sense()),
                pages.doubts(doubts, planned.sense()),
                pages.found(planned, emergency, typed, refusals),
                compared.orElse(null),
                typed,
                refusals));
    }
}

package org.muster.drill.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.allocation.Allocations;
import org.muster.drill.DrillView;
import org.muster.drill.Drills;
import org.muster.drill.StepKind;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Head;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;
import org.muster.shell.Times;

/** A drill is begun here, watched, and stopped. For what is no drill there is no such page. */
@Path("/emergencies/{id}/drill")
class DrillResource {

    @CheckedTemplate(basePath = "drill")
    static class Templates {
        static native TemplateInstance drill(DrillPage view);

        private Templates() {}
    }

    record LegRow(
            String supplier,
            String thing,
            Quantity quantity,
            String answer,
            String icon,
            String tone,
            Instant planned,
            Optional<Instant> arrived,
            String late) {}

    record Played(boolean playing, String facts, String sums, List<LegRow> legs) {}

    record DrillPage(
            Head head,
            List<Choice> runs,
            List<Choice> speeds,
            Optional<Played> played,
            String run,
            String seed,
            String speed,
            List<Refusal> refusals) {

        public boolean mayBegin() {
            return head.open() && played.filter(Played::playing).isEmpty();
        }
    }

    private final Drills drills;
    private final Allocations allocations;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    DrillResource(
            Drills drills,
            Allocations allocations,
            Heads heads,
            CurrentActor actor,
            Language language,
            Flash flash,
            Clock clock) {
        this.drills = drills;
        this.allocations = allocations;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(drill(id), "", "", "300", List.of());
    }

    @POST
    public Response begin(
            @RestPath String id,
            @RestForm @DefaultValue("") String run,
            @RestForm @DefaultValue("") String seed,
            @RestForm @DefaultValue("") String speed) {
        EmergencyView emergency = drill(id);
        return drills.begin(actor.get(), emergency.id(), run, seed, speed, clock.instant())
                .fold(
                        done -> {
                            flash.say("drill:begun");
                            return Redirect.to("/emergencies/" + emergency.id() + "/drill");
                        },
                        refusals -> Refused.page(page(emergency, run, seed, speed, refusals)));
    }

    @POST
    @Path("/end")
    public Response end(@RestPath String id) {
        EmergencyView emergency = drill(id);
        return drills.end(actor.get(), emergency.id(), clock.instant())
                .fold(
                        done -> {
                            flash.say("drill:ended");
                            return Redirect.to("/emergencies/" + emergency.id() + "/drill");
                        },
                        refusals -> {
                            throw new NotFound();
                        });
    }

    private EmergencyView drill(String id) {
        EmergencyView emergency = heads.emergency(id);
        if (!emergency.drill()) {
            throw new NotFound();
        }
        return emergency;
    }

    private TemplateInstance page(
            EmergencyView emergency, String run, String seed, String speed, List<Refusal> refusals) {
        Instant now = clock.instant();
        DrillMessages words = language.messages(DrillMessages.class);
        return Templates.drill(new DrillPage(
                heads.of(emergency, "drill", now),
                allocations.runs(actor.get(), emergency.id()).stream()
                        .map(line -> {
                            int legs = allocations
                                    .legs(
                                            actor.get(),
                                            emergency.id(),
                                            line.run().id())
                                    .size();
                            return new Choice(
                                    legs == 0 ? "" : line.run().id().value().toString(),
                                    words.run_name(moment(line.run().begunAt(), now), legs));
                        })
                        .filter(choice -> !choice.value().isEmpty())
                        .toList(),
                Drills.SPEEDS.stream()
                        .map(one -> Choice.of(one, words.times(one)))
                        .toList(),
                drills.latest(actor.get(), emergency.id(), now).map(view -> played(view, words, now)),
                run,
                seed,
                speed,
                refusals));
    }

    private Played played(DrillView view, DrillMessages words, Instant now) {
        Locale locale = language.locale();
        return new Played(
                view.playing(),
                words.facts(Long.toString(view.seed()), view.speed(), view.begunBy(), moment(view.played(), now)),
                words.sums(
                        view.legs().size(),
                        view.count(StepKind.PROMISED),
                        view.count(StepKind.DECLINED),
                        view.count(StepKind.SILENT),
                        view.arrived(),
                        view.repairs()),
                view.legs().stream()
                        .map(leg -> new LegRow(
                                leg.supplier(),
                                leg.thing().in(locale),
                                leg.quantity(),
                                leg.answer().map(words::kind).orElseGet(words::waiting),
                                icon(leg.answer()),
                                tone(leg.answer()),
                                leg.planned(),
                                leg.arrivedAt(),
                                leg.lateMinutes() < 60 ? "" : words.late(leg.lateMinutes() / 60)))
                        .toList());
    }

    private String moment(Instant at, Instant now) {
        return Times.moment(at, language.zone(), language.locale(), now);
    }

    private static String icon(Optional<StepKind> answer) {
        return answer.map(kind -> switch (kind) {
                    case PROMISED, ARRIVED -> "check";
                    case DECLINED -> "x";
                    case SILENT -> "alert";
                })
                .orElse("clock");
    }

    private static String tone(Optional<StepKind> answer) {
        return answer.map(kind -> switch (kind) {
                    case PROMISED, ARRIVED -> "green";
                    case DECLINED, SILENT -> "red";
                })
                .orElse("amber");
    }
}

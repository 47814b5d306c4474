package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.NeedState;
import org.muster.emergency.RollCall;
import org.muster.emergency.RollDesk;
import org.muster.identity.CurrentActor;

/** The board of an emergency: its clocks, what is needed, who owes something, what was done. Open boards follow what happens. */
@Path("/emergencies/{id}/board")
class BoardResource {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance board(BoardPage view);

        private Templates() {}
    }

    /** A roll and how far it is today. */
    record RollRow(String url, String name, long answered, long asked) {
        public boolean whole() {
            return answered == asked;
        }
    }

    /**
     * @param wall whether it hangs where people read it from five metres away
     * @param flagged how many needs wait for a click; blank for none
     * @param owed tasks that nobody has done yet, those due first first
     */
    record BoardPage(
            Head head,
            boolean wall,
            String flagged,
            List<NeedRows.SumRow> sums,
            List<RollWords.TaskRow> owed,
            List<RollRow> rolls,
            List<Entry> entries) {

        public String url() {
            return head.url() + "/board" + (wall ? "?wall=1" : "");
        }

        public String width() {
            return wall ? "page-wide wall" : "page-wide";
        }
    }

    private final EmergencyDesk desk;
    private final NeedDesk needDesk;
    private final RollDesk rolls;
    private final NeedRows needs;
    private final RollWords words;
    private final Heads heads;
    private final CurrentActor actor;
    private final Clock clock;

    BoardResource(
            EmergencyDesk desk,
            NeedDesk needDesk,
            RollDesk rolls,
            NeedRows needs,
            RollWords words,
            Heads heads,
            CurrentActor actor,
            Clock clock) {
        this.desk = desk;
        this.needDesk = needDesk;
        this.rolls = rolls;
        this.needs = needs;
        this.words = words;
        this.heads = heads;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    public TemplateInstance board(@RestPath String id, @RestQuery @Nullable String wall) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        Head head = heads.of(emergency, "board", now);
        long flagged = needDesk.states(actor.get(), emergency.id()).getOrDefault(NeedState.FLAGGED, 0L);
        return Templates.board(new BoardPage(
                head,
                "1".equals(wall),
                flagged == 0 ? "" : NeedRows.figure(flagged),
                needs.sums(emergency.id()),
                rolls.tasks(actor.get(), emergency.id()).stream()
                        .filter(task -> task.doneAt().isEmpty())
                        .map(task -> words.task(head.url(), task, now))
                        .toList(),
                rolls.of(actor.get(), emergency.id(), now).stream()
                        .map(call -> roll(head, call))
                        .toList(),
                desk.record(actor.get(), emergency.id())));
    }

    private RollRow roll(Head head, RollCall call) {
        return new RollRow(
                head.url() + "/rolls/" + call.id(),
                words.product(call.productKey()) + " · " + heads.place(call.areaCode()),
                call.answered(),
                call.asked().size());
    }
}

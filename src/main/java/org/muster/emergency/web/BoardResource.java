package org.muster.emergency.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.NeedState;
import org.muster.identity.CurrentActor;

/** The board of an emergency: its clocks, what is needed, what was done. */
@Path("/emergencies/{id}/board")
class BoardResource {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance board(BoardPage view);

        private Templates() {}
    }

    /** @param flagged how many needs wait for a click; blank for none */
    record BoardPage(Head head, List<NeedRows.SumRow> sums, String flagged, List<Entry> entries) {}

    private final EmergencyDesk desk;
    private final NeedDesk needDesk;
    private final NeedRows needs;
    private final Heads heads;
    private final CurrentActor actor;
    private final Clock clock;

    BoardResource(EmergencyDesk desk, NeedDesk needDesk, NeedRows needs, Heads heads, CurrentActor actor, Clock clock) {
        this.desk = desk;
        this.needDesk = needDesk;
        this.needs = needs;
        this.heads = heads;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    public TemplateInstance board(@RestPath String id) {
        Instant now = clock.instant();
        EmergencyView emergency = heads.emergency(id);
        long flagged = needDesk.states(actor.get(), emergency.id()).getOrDefault(NeedState.FLAGGED, 0L);
        return Templates.board(new BoardPage(
                heads.of(emergency, "board", now),
                needs.sums(emergency.id()),
                flagged == 0 ? "" : NeedRows.figure(flagged),
                desk.record(actor.get(), emergency.id())));
    }
}

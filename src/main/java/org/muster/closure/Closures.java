package org.muster.closure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.muster.ask.Asks;
import org.muster.ask.Dealt;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Ends emergencies, and says what came of them: all of it to those who run them, what was contracted to everybody. */
@ApplicationScoped
public class Closures {

    private final EmergencyDesk emergencies;
    private final Asks asks;
    private final Reports reports;
    private final String prefix;

    /** @param prefix of the identifiers of contracting processes, as the registry of the standard gave it to the publisher */
    Closures(
            EmergencyDesk emergencies,
            Asks asks,
            Reports reports,
            @ConfigProperty(name = "muster.public-record.prefix") String prefix) {
        this.emergencies = emergencies;
        this.asks = asks;
        this.reports = reports;
        this.prefix = prefix;
    }

    /** What has to be settled before it ends. */
    public OpenEnds openEnds(Actor viewer, EmergencyId emergency, Instant now) {
        List<Dealt> dealt = asks.dealt(viewer, emergency, now);
        return new OpenEnds(
                dealt.stream().filter(Dealt::waits).map(Dealt::ask).toList(),
                dealt.stream().filter(Dealt::promised).map(Dealt::ask).toList());
    }

    /**
     * Ends it. As long as something is held, it is said what becomes of that.
     *
     * @param settlement a {@link Settlement}; blank where nothing is held
     */
    public Outcome<EmergencyId> close(Actor actor, EmergencyId id, String reason, String settlement, Instant now) {
        if (emergencies.byId(actor, id).filter(EmergencyView::open).isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        List<Refusal> refusals = new ArrayList<>();
        String why = EmergencyDesk.reason("closeReason", reason, refusals);
        Optional<Settlement> chosen = read(settlement);
        OpenEnds open = openEnds(actor, id, now);
        if (open.any() && chosen.isEmpty()) {
            refusals.add(Refusal.at(
                    "settlement",
                    "closure.settlement_missing",
                    open.waiting().size(),
                    open.promised().size()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        // The ledger keeps its own transactions: what is given back stays given back should the rest fail, and the next
        // try goes on from there.
        if (chosen.isPresent()) {
            Outcome<Integer> taken = asks.takeBackAll(actor, id, chosen.get() == Settlement.TAKE_BACK_ALL, why, now);
            if (!taken.isAccepted()) {
                return Outcome.refused(taken.reasons());
            }
        }
        return emergencies.close(actor, id, why, now);
    }

    private static Optional<Settlement> read(String typed) {
        for (Settlement one : Settlement.values()) {
            if (one.name().equals(typed)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** What came of it, or what has so far; for those who run emergencies. */
    public Optional<ClosingReport> report(Actor viewer, EmergencyId emergency, Instant now) {
        return emergencies.byId(viewer, emergency).map(found -> reports.of(viewer, found, now));
    }

    /**
     * What was contracted, for everybody, once it has ended; empty for what was never published.
     *
     * @param address where this record is
     */
    public Optional<JsonNode> publicRecord(EmergencyId emergency, String address, Instant now) {
        return emergencies
                .byId(Actor.system(), emergency)
                .filter(found -> !found.open() && found.isPublished())
                .map(found -> ReleasePackage.of(reports.of(Actor.system(), found, now), prefix, address));
    }
}

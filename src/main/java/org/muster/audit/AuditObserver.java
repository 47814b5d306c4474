package org.muster.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Writes a line for every event, in the transaction of the event, so that a deed without a line cannot be. */
@ApplicationScoped
class AuditObserver {

    private static final String PENDING = AuditObserver.class.getName() + ".pending";

    /** An import of 50,000 rows does not keep 50,000 lines in memory. */
    private static final int WRITTEN_AT_ONCE = 1_000;

    /** A line can never be deleted, so it holds nobody's number. Who it was is told by the id. */
    private static final Set<String> PRIVATE = Set.of("mobile", "email", "token");

    private final AuditEntries entries;
    private final CurrentActor actor;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    AuditObserver(
            AuditEntries entries,
            CurrentActor actor,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            Clock clock) {
        this.entries = entries;
        this.actor = actor;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    void happened(@Observes DomainEvent event) {
        Pending pending = pending();
        pending.deeds.add(deed(event));
        if (pending.deeds.size() >= WRITTEN_AT_ONCE) {
            pending.write();
        }
    }

    private AuditEntries.Deed deed(DomainEvent event) {
        Actor who = actor.get();
        return new AuditEntries.Deed(
                clock.instant(),
                who.person().map(PersonId::value),
                who.name(),
                who.organisation().map(OrganisationId::value),
                event.deed(),
                event.aggregateKind(),
                event.aggregateId(),
                details(event));
    }

    private String details(DomainEvent event) {
        JsonNode tree = json.valueToTree(event);
        if (tree instanceof ObjectNode object) {
            object.remove(List.of("aggregateId", "aggregateKind"));
            PRIVATE.stream().filter(object::hasNonNull).forEach(field -> object.put(field, "…"));
        }
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written down", e);
        }
    }

    private Pending pending() {
        if (transaction.getResource(PENDING) instanceof Pending known) {
            return known;
        }
        Pending pending = new Pending(entries);
        transaction.putResource(PENDING, pending);
        transaction.registerInterposedSynchronization(pending);
        return pending;
    }

    /** The lines of one transaction that are not written yet. */
    private static final class Pending implements Synchronization {

        private final AuditEntries entries;
        private final List<AuditEntries.Deed> deeds = new ArrayList<>();

        Pending(AuditEntries entries) {
            this.entries = entries;
        }

        void write() {
            if (!deeds.isEmpty()) {
                entries.add(deeds);
                deeds.clear();
            }
        }

        @Override
        public void beforeCompletion() {
            write();
        }

        @Override
        public void afterCompletion(int status) {}
    }
}

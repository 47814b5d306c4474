package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.muster.outbox.OutboxChannel;
import org.muster.planning.PlanRunEnded;
import org.muster.shared.DomainEvent;

/** Has plans looked at as soon as somebody answered, somebody did not, or a repair is thought out. */
@ApplicationScoped
class RepairBell implements OutboxChannel {

    private final RepairWorker worker;

    RepairBell(RepairWorker worker) {
        this.worker = worker;
    }

    @Override
    public String name() {
        return "repairs-due";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(AskAnswered.class, AskExpired.class, PlanRunEnded.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        worker.wake();
    }
}

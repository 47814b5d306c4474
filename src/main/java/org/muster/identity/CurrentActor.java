package org.muster.identity;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asking now: whoever sent the request, and Muster itself where there is none. */
@ApplicationScoped
public class CurrentActor {

    private final ThreadLocal<@Nullable Actor> standIn = new ThreadLocal<>();
    private final Credentials credentials;
    private final Asking asking;

    CurrentActor(Credentials credentials, Asking asking) {
        this.credentials = credentials;
        this.asking = asking;
    }

    public Actor get() {
        Actor chosen = standIn.get();
        if (chosen != null) {
            return chosen;
        }
        return insideRequest() ? asking.actor() : Actor.system();
    }

    /** The organisations that whoever asks may act for. */
    public List<Membership> memberships() {
        return insideRequest() ? asking.memberships() : List.of();
    }

    /** Runs something in another's name, on this thread only. */
    public void runAs(Actor actor, Runnable work) {
        Actor before = standIn.get();
        standIn.set(actor);
        try {
            work.run();
        } finally {
            if (before == null) {
                standIn.remove();
            } else {
                standIn.set(before);
            }
        }
    }

    private boolean insideRequest() {
        return Arc.container().requestContext().isActive() && credentials.requested();
    }
}

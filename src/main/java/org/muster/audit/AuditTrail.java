package org.muster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.muster.identity.Actor;
import org.muster.identity.Role;

/** Where operators look up who did what. */
@ApplicationScoped
public class AuditTrail {

    /** More than anybody pages through; counting millions would cost more than the page. */
    public static final int COUNTED_AT_MOST = 10_000;

    private final AuditEntries entries;

    @Inject
    AuditTrail(AuditEntries entries) {
        this.entries = entries;
    }

    /** Nothing for anybody but operators. */
    public AuditPage search(Actor actor, AuditQuery query) {
        if (!actor.is(Role.OPERATOR)) {
            return new AuditPage(List.of(), 0);
        }
        return new AuditPage(entries.find(query), entries.count(query, COUNTED_AT_MOST));
    }

    /** Every kind of deed and of thing that the trail speaks of. */
    public List<String> actions(Actor actor) {
        return actor.is(Role.OPERATOR) ? entries.actions() : List.of();
    }

    public List<String> subjectKinds(Actor actor) {
        return actor.is(Role.OPERATOR) ? entries.subjectKinds() : List.of();
    }
}

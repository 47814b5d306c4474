package org.muster.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;

/** Where operators look at organisations that may be one, side by side, and merge them or keep them apart, with a reason. */
@ApplicationScoped
@Transactional
public class DuplicateDesk {

    private static final int PAST_SHOWN = 30;

    private final Merging merging;
    private final Duplicates duplicates;
    private final Organisations organisations;
    private final Clock clock;

    DuplicateDesk(Merging merging, Duplicates duplicates, Organisations organisations, Clock clock) {
        this.merging = merging;
        this.duplicates = duplicates;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What waits for a decision, the strongest grounds first. */
    public List<DuplicateCase.Line> open(Actor operator) {
        return merging.open(operator);
    }

    /** What was merged, the last first. */
    public List<DuplicateCase.Past> past(Actor operator) {
        return merging.past(operator, PAST_SHOWN);
    }

    public Optional<DuplicateCase> byId(Actor operator, UUID id) {
        return merging.byId(operator, id, BusinessDay.of(clock.instant()));
    }

    /** Puts two beside each other that no rule suspects; each by its address, credit code or name. */
    public Outcome<UUID> compare(Actor operator, String first, String second, Instant now) {
        return merging.compare(operator, first, second, now);
    }

    /** The two are one: everything of the other follows to the one that stays. */
    public Outcome<OrganisationId> merge(
            Actor operator, UUID suspicion, OrganisationId stays, String reason, Instant now) {
        return merging.merge(operator, suspicion, stays, reason, now);
    }

    public Outcome<UUID> keepApart(Actor operator, UUID suspicion, String reason, Instant now) {
        return merging.keepApart(operator, suspicion, reason, now);
    }

    /** Where an organisation is found today: itself, or the one it was merged into. */
    public OrganisationId standsAs(OrganisationId id) {
        return organisations.byId(id).flatMap(Organisation::mergedInto).orElse(id);
    }

    /** Looks through all organisations, a transaction for each few hundred; what comes in later is looked at as it comes. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void lookThroughAll(Actor operator) {
        if (operator.is(Role.OPERATOR)) {
            each(duplicates::writeCores);
            each(duplicates::lookAround);
        }
    }

    private void each(Consumer<List<OrganisationId>> work) {
        Optional<OrganisationId> last = Optional.empty();
        List<OrganisationId> next;
        do {
            Optional<OrganisationId> from = last;
            next = QuarkusTransaction.requiringNew().call(() -> {
                List<OrganisationId> some = duplicates.after(from);
                work.accept(some);
                return some;
            });
            last = next.isEmpty() ? last : Optional.of(next.get(next.size() - 1));
        } while (!next.isEmpty());
    }
}

package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;

@ApplicationScoped
class VerificationDecisions implements PanacheRepositoryBase<VerificationDecision, UUID> {

    List<VerificationDecision> of(OrganisationId organisation) {
        return list("organisationId = ?1 order by decidedAt desc, id", organisation.value());
    }

    /** The proposal of the highest level that nobody has answered yet; whatever was decided after it ends it. */
    Optional<VerificationDecision> openProposalOf(OrganisationId organisation) {
        return of(organisation).stream().findFirst().filter(last -> last.verdict() == Verdict.PROPOSE_VISITED);
    }

    /** The decision that gave the level that stands. */
    Optional<VerificationDecision> lastGrantOf(OrganisationId organisation) {
        return of(organisation).stream()
                .filter(decision -> decision.verdict().grants())
                .findFirst();
    }
}

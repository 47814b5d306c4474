package org.muster.organisation;

import java.time.Instant;
import java.util.List;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;

/**
 * Port to whoever knows what binds an organisation to others. Asked inside of the transaction in which it leaves; nothing new binds it between the
 * question and the end of that transaction.
 */
public interface Ties {

    /** Why it cannot leave yet, each with what would have to be done first; nothing when it is free to go. */
    List<Refusal> binding(OrganisationId organisation, Instant now);
}

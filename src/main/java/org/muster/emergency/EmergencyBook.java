package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.muster.shared.OrganisationId;

/** What those who work for an emergency write into its record and put on its list of tasks. */
@ApplicationScoped
@Transactional
public class EmergencyBook {

    private final Entries entries;
    private final Rolls rolls;

    EmergencyBook(Entries entries, Rolls rolls) {
        this.entries = entries;
        this.rolls = rolls;
    }

    public void note(EmergencyId emergency, String who, Entry.Deed deed, String detail, Instant now) {
        entries.add(emergency, who, deed, detail, now);
    }

    /** A supplier delivers if this is there: somebody sees to it until then. */
    public void condition(
            EmergencyView emergency,
            UUID ask,
            OrganisationId supplier,
            Blocker blocker,
            String note,
            Instant due,
            Instant now) {
        rolls.openForSupply(
                emergency.id(), ask, supplier, blocker, note, emergency.lead().name(), due, now);
    }
}

package org.muster.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.organisation.OrganisationCard;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/**
 * A maker with a line that could be changed over to what is wanted.
 *
 * @param makes what the line makes now
 * @param perDay of what it makes now
 */
public record Convertible(
        OrganisationCard organisation,
        ListingId listing,
        String title,
        Optional<String> titleEn,
        List<String> makes,
        Optional<Quantity> perDay,
        Optional<Instant> invitedAt,
        Optional<String> invitedBy) {

    public Convertible {
        makes = List.copyOf(makes);
    }
}

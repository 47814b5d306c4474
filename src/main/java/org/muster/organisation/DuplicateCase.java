package org.muster.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two that may be one, side by side.
 *
 * @param decision what was decided before; empty while it is open
 */
public record DuplicateCase(
        UUID id, Side first, Side second, List<Ground> grounds, Instant foundAt, Optional<Decision> decision) {

    /**
     * One of the two.
     *
     * @param mayStay whether the other may be merged into it; what its own people registered is never merged into what nobody has claimed
     */
    public record Side(
            OrganisationCard card,
            String makes,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String creditCode,
            List<SiteCard> sites,
            List<MemberCard> members,
            Instant knownSince,
            boolean mayStay) {}

    /** That they are one, or two. */
    public record Decision(boolean merged, String reason, String by, Instant at) {}

    /** One line of the list. */
    public record Line(
            UUID id,
            String firstName,
            String firstPlace,
            String secondName,
            String secondPlace,
            List<Ground> grounds,
            Instant foundAt) {}

    /** What was merged. */
    public record Past(
            String name,
            @Nullable String creditCode,
            org.muster.shared.OrganisationId into,
            String intoName,
            String reason,
            String by,
            Instant at) {}
}

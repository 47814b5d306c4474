package org.muster.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;

/**
 * A roll that is called every day.
 *
 * @param asked all makers it asks, those who are silent today first
 */
public record RollCall(
        UUID id, String productKey, String areaCode, Instant calledAt, String calledBy, List<Asked> asked) {

    public RollCall {
        asked = List.copyOf(asked);
    }

    /**
     * One maker.
     *
     * @param token of the link by which it answers
     * @param mobile where it is rung up
     * @param today what it answered today
     * @param last what it answered last, on whichever day
     */
    public record Asked(
            UUID id,
            OrganisationId organisation,
            String name,
            String placeCode,
            Optional<String> mobile,
            String token,
            Optional<RollAnswer> today,
            Optional<RollAnswer> last) {

        public boolean silent() {
            return today.isEmpty();
        }
    }

    public long answered() {
        return asked.stream().filter(one -> !one.silent()).count();
    }
}

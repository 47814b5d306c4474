package org.muster.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.matching.Candidate;
import org.muster.matching.NearMiss;
import org.muster.recipe.Bilingual;
import org.muster.recipe.RecipeLine;
import org.muster.reservation.UnderOrder;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/**
 * What an emergency takes, and for one requirement of it who can give it.
 *
 * @param chosen the one that is looked at; empty as long as nothing is wanted
 */
public record MatchSheet(List<Row> rows, Optional<Looked> chosen) {

    public MatchSheet {
        rows = List.copyOf(rows);
    }

    /** One requirement; its key is that of {@link Sense}. */
    public record Row(
            String key,
            Bilingual name,
            Bilingual output,
            String area,
            int tier,
            Optional<RecipeLine.Kind> kind,
            List<Quantity> amounts,
            Instant neededBy) {
        public Row {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * @param fits who fits and makes it already, the first to be there first; then who has to be converted, the nearest in ability first
     * @param misses who nearly fits, with every reason why not
     * @param looked how many listings were looked at
     */
    public record Looked(Row row, List<Fits> fits, List<NearMiss> misses, int looked) {
        public Looked {
            fits = List.copyOf(fits);
            misses = List.copyOf(misses);
        }
    }

    /**
     * @param gives how much can be had of it, as the requirement is counted; empty where the plan cannot count on it
     * @param whyNot why the plan cannot count on it although it fits; empty where it can
     * @param whole whether it brings everything along
     * @param distance of a line that has to be converted
     * @param orders what of it is held or committed already
     */
    public record Fits(
            Candidate candidate,
            Optional<Quantity> gives,
            List<Refusal> whyNot,
            boolean whole,
            Optional<CapabilityDistance> distance,
            List<UnderOrder> orders) {
        public Fits {
            whyNot = List.copyOf(whyNot);
            orders = List.copyOf(orders);
        }
    }
}

package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.allocation.LegBasis;
import org.muster.allocation.LegalBasis;
import org.muster.allocation.PlannedLeg;
import org.muster.planning.PlanRunId;
import org.muster.recipe.Bilingual;
import org.muster.reservation.Claim;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

class RepairMovesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void what_was_asked_for_already_is_used_again_and_not_asked_for_twice() {
        List<RepairMove> moves = RepairMoves.of(
                List.of(leg(0, "10")),
                List.of(leg(0, "10"), leg(3, "5"), leg(4, "2")),
                new RepairBook.Reading(Map.of(), Optional::of, Set.of(0, 3)::contains));
        assertThat(moves)
                .extracting(RepairMove::arc, RepairMove::why)
                .containsExactly(tuple(3, RepairMove.Why.USED_AGAIN), tuple(4, RepairMove.Why.REPLACES));
        assertThat(moves)
                .filteredOn(RepairMove::asks)
                .extracting(RepairMove::arc)
                .containsExactly(4);
    }

    @Test
    void legs_of_a_plan_that_counts_anew_are_the_same_legs() {
        List<RepairMove> moves = RepairMoves.of(
                List.of(leg(0, "10"), leg(1, "7"), leg(2, "3")),
                List.of(leg(40, "10"), leg(5, "4")),
                new RepairBook.Reading(
                        Map.of(1, AskState.DECLINED.name()),
                        arc -> Optional.ofNullable(Map.of(0, 40, 1, 41).get(arc)),
                        Set.of(40)::contains));
        assertThat(moves)
                .extracting(RepairMove::arc, RepairMove::why)
                .containsExactly(
                        tuple(1, RepairMove.Why.GONE),
                        tuple(2, RepairMove.Why.NOT_USED),
                        tuple(5, RepairMove.Why.REPLACES));
    }

    private static PlannedLeg leg(int arc, String pieces) {
        ListingId listing = ListingId.create();
        Quantity quantity = Quantity.of(pieces, "zhi");
        return new PlannedLeg(
                new PlanRunId(UUID.randomUUID()),
                arc,
                OrganisationId.create(),
                "某厂",
                listing,
                "口罩",
                new Claim.Amount(listing, quantity),
                quantity,
                Optional.empty(),
                Optional.empty(),
                new LegBasis(arc, LegalBasis.MARKET_PURCHASE, "", "", "", NOON),
                "masks",
                new Bilingual("口罩", "masks"),
                "140000",
                NOON,
                List.of());
    }
}

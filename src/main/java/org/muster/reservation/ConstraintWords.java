package org.muster.reservation;

import java.util.Map;
import java.util.Optional;
import org.muster.shared.Refusal;

/** What each constraint of the ledger says, should it be the one that refuses. A test holds this against the schema. */
final class ConstraintWords {

    static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("uq_occupancy_during", "reservation.taken"),
            Map.entry("fk_occupancy_window", "reservation.not_free_then"),
            Map.entry("fk_occupancy_sells", "reservation.changed_meanwhile"),
            Map.entry("fk_occupancy_pool", "reservation.changed_meanwhile"),
            Map.entry("fk_occupancy_claim", "reservation.changed_meanwhile"),
            Map.entry("fk_occupancy_hold", "reservation.changed_meanwhile"),
            Map.entry("uq_occupancy_cell", "reservation.changed_meanwhile"),
            Map.entry("ck_lot_reserved", "reservation.not_enough"),
            Map.entry("ck_day_pool_reserved", "reservation.not_enough_in_days"),
            Map.entry("fk_day_pool_span_window", "reservation.not_free_then"),
            Map.entry("uq_day_pool_span_during", "reservation.changed_meanwhile"),
            Map.entry("fk_day_pool_span_pool", "reservation.changed_meanwhile"));

    private ConstraintWords() {}

    static Optional<Refusal> of(String constraint) {
        return Optional.ofNullable(SENTENCES.get(constraint)).map(Refusal::of);
    }
}

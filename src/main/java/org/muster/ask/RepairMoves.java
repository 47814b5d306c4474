package org.muster.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.PlannedLeg;

/** Holds a repair against the plan in force: what is otherwise, and why. Pure. */
final class RepairMoves {

    private RepairMoves() {}

    /** @param reading what was said of legs of the plan in force, and where they are in the repair */
    static List<RepairMove> of(List<PlannedLeg> before, List<PlannedLeg> after, RepairBook.Reading reading) {
        Map<Integer, PlannedLeg> had = new TreeMap<>();
        Set<Integer> known = new HashSet<>();
        before.forEach(leg -> {
            had.put(leg.arc(), leg);
            reading.position().apply(leg.arc()).ifPresent(known::add);
        });
        Map<Integer, PlannedLeg> has = new HashMap<>();
        after.forEach(leg -> has.put(leg.arc(), leg));
        Set<Integer> standbys = new HashSet<>();
        before.forEach(leg -> leg.standbys()
                .forEach(one -> reading.position().apply(one.arc()).ifPresent(standbys::add)));
        List<RepairMove> moves = new ArrayList<>();
        had.forEach((arc, leg) -> {
            String cause = reading.causes().getOrDefault(arc, "");
            @Nullable PlannedLeg now = reading.position().apply(arc).map(has::get).orElse(null);
            less(leg, now, cause).ifPresent(why -> moves.add(move(why, cause, leg, now)));
        });
        after.stream()
                .filter(leg -> !known.contains(leg.arc()))
                .map(leg -> new RepairMove(
                        leg.arc(),
                        reading.asked().test(leg.arc())
                                ? RepairMove.Why.USED_AGAIN
                                : standbys.contains(leg.arc()) ? RepairMove.Why.STANDBY : RepairMove.Why.REPLACES,
                        "",
                        leg.supplierName(),
                        leg.title(),
                        leg.requirementName().zh(),
                        leg.requirementName().en(),
                        Optional.empty(),
                        Optional.of(leg.quantity())))
                .forEach(moves::add);
        return moves;
    }

    private static Optional<RepairMove.Why> less(PlannedLeg had, @Nullable PlannedLeg has, String cause) {
        boolean open = cause.equals(AskState.COUNTERED.name()) || cause.equals(AskState.CONDITIONAL.name());
        if (has == null) {
            return Optional.of(
                    open ? RepairMove.Why.NOT_TAKEN : cause.isEmpty() ? RepairMove.Why.NOT_USED : RepairMove.Why.GONE);
        }
        if (cause.equals(AskState.COUNTERED.name())) {
            return Optional.of(RepairMove.Why.AGREED);
        }
        if (cause.startsWith(RepairCause.PARTLY_REJECTED)) {
            return Optional.of(RepairMove.Why.GONE);
        }
        return has.quantity().equals(had.quantity()) ? Optional.empty() : Optional.of(RepairMove.Why.NOT_USED);
    }

    private static RepairMove move(RepairMove.Why why, String cause, PlannedLeg had, @Nullable PlannedLeg has) {
        return new RepairMove(
                had.arc(),
                why,
                cause,
                had.supplierName(),
                had.title(),
                had.requirementName().zh(),
                had.requirementName().en(),
                Optional.of(had.quantity()),
                Optional.ofNullable(has).map(PlannedLeg::quantity));
    }
}

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

    /** @param causes what was said of legs of the plan in force, by the positions of their arcs */
    static List<RepairMove> of(List<PlannedLeg> before, List<PlannedLeg> after, Map<Integer, String> causes) {
        Map<Integer, PlannedLeg> had = new TreeMap<>();
        before.forEach(leg -> had.put(leg.arc(), leg));
        Map<Integer, PlannedLeg> has = new HashMap<>();
        after.forEach(leg -> has.put(leg.arc(), leg));
        Set<Integer> standbys = new HashSet<>();
        before.forEach(leg -> leg.standbys().forEach(one -> standbys.add(one.arc())));
        List<RepairMove> moves = new ArrayList<>();
        had.forEach((arc, leg) -> {
            String cause = causes.getOrDefault(arc, "");
            less(leg, has.get(arc), cause).ifPresent(why -> moves.add(move(why, cause, leg, has.get(arc))));
        });
        after.stream()
                .filter(leg -> !had.containsKey(leg.arc()))
                .map(leg -> new RepairMove(
                        leg.arc(),
                        standbys.contains(leg.arc()) ? RepairMove.Why.STANDBY : RepairMove.Why.REPLACES,
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

package org.muster.ask;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How an emergency's plans follow from each other: which one is in force, and where in it a leg of an earlier one is. Only from which plan a repair was
 * made counts, never when: two replicas may have begun at the same moment. Pure.
 */
final class RepairChain {

    private final Map<UUID, RepairRows.Row> rows;
    private final Map<UUID, UUID> after;
    private final Map<UUID, Map<Integer, Integer>> moved;

    /** @param moved by plans that count their legs anew, where the legs of the plan before are in them */
    RepairChain(List<RepairRows.Row> rows, Map<UUID, Map<Integer, Integer>> moved) {
        this.rows = rows.stream().collect(Collectors.toMap(RepairRows.Row::run, row -> row));
        this.moved = moved;
        after = new HashMap<>();
        rows.stream()
                .filter(row -> row.state() == RepairState.APPLIED)
                .forEach(row -> after.put(row.before(), row.run()));
    }

    /** @param asked the plan that somebody was asked for last */
    UUID inForce(UUID asked) {
        UUID at = asked;
        Set<UUID> seen = new LinkedHashSet<>();
        while (rows.containsKey(at) && seen.add(at)) {
            at = rows.get(at).before();
        }
        seen.clear();
        while (after.containsKey(at) && seen.add(at)) {
            at = after.get(at);
        }
        return at;
    }

    /** A plan in force, and all those that it was made from. */
    Set<UUID> upTo(UUID run) {
        Set<UUID> chain = new LinkedHashSet<>();
        UUID at = run;
        while (chain.add(at) && rows.containsKey(at)) {
            at = rows.get(at).before();
        }
        return chain;
    }

    /** Where a leg of one plan is in another that was made from it; empty where it is not in it any more. */
    Optional<Integer> position(UUID from, int arc, UUID to) {
        if (from.equals(to)) {
            return Optional.of(arc);
        }
        RepairRows.Row row = rows.get(to);
        if (row == null) {
            return Optional.empty();
        }
        Map<Integer, Integer> anew = moved.get(to);
        return position(from, arc, row.before())
                .flatMap(before -> anew == null ? Optional.of(before) : Optional.ofNullable(anew.get(before)));
    }
}

package org.muster.allocation;

import java.util.List;
import java.util.stream.Stream;
import org.muster.planning.model.Profile;

/**
 * What a coordinator wants of a plan.
 *
 * @param fair whether what is scarce is shared by priority and by the lowest fill
 * @param changes what is to be otherwise than the emergency says, in the order in which it was asked for
 */
public record PlanWish(Profile profile, boolean fair, List<Change> changes) {

    public PlanWish {
        changes = List.copyOf(changes);
    }

    public static PlanWish of(Profile profile) {
        return new PlanWish(profile, true, List.of());
    }

    /** The same wish with one more change; what it contradicts is taken back. */
    public PlanWish with(Change change) {
        Stream<Change> others = changes.stream().filter(other -> !change.replaces(other));
        return new PlanWish(
                profile, fair, Stream.concat(others, Stream.of(change)).toList());
    }

    /** The same wish without one of its changes. */
    public PlanWish without(Change change) {
        return new PlanWish(
                profile,
                fair,
                changes.stream().filter(other -> !other.equals(change)).toList());
    }

    public PlanWish in(Profile other) {
        return new PlanWish(other, fair, changes);
    }

    <T extends Change> List<T> changes(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

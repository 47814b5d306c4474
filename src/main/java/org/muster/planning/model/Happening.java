package org.muster.planning.model;

import java.util.List;

/** What can happen to a plan in force. Positions are those of the problem it was made for. */
public sealed interface Happening {

    /** A supplier says no. */
    record Declined(int offer) implements Happening {}

    /**
     * A supplier offers something else.
     *
     * @param capacity what it can give now
     * @param dearer ticks a unit more than it said before, negative for less
     * @param later minutes later than it said before, negative for earlier
     */
    record Countered(int offer, long capacity, long dearer, long later) implements Happening {}

    /** Nobody answered in time: nothing is promised any more, though the offer still stands. */
    record Expired(int offer) implements Happening {}

    /** What was promised comes later. */
    record Delayed(int offer, long later) implements Happening {}

    /**
     * Somebody needs something too.
     *
     * @param requirements whose demand is the new one, at the position after the last
     * @param arcs whose requirements are the new ones, at the positions after the last
     */
    record Needed(Demand demand, List<Requirement> requirements, List<Arc> arcs) implements Happening {

        public Needed {
            requirements = List.copyOf(requirements);
            arcs = List.copyOf(arcs);
        }
    }
}

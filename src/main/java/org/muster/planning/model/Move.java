package org.muster.planning.model;

/** One change from a plan to its successor. */
public record Move(int arc, long before, long after, Cause cause) {

    public enum Cause {
        /** The supplier said no. */
        DECLINED,
        /** The supplier gives less, or asks more. */
        COUNTERED,
        /** Nobody answered in time. */
        EXPIRED,
        /** It would come too late. */
        DELAYED,
        /** It takes the place of what was lost. */
        REPLACES,
        /** It serves what is needed now and was not before. */
        NEWLY_NEEDED,
        /** The output is smaller, so less of this component is of use. */
        NOT_USABLE,
        /** It makes room for something else, at less than the price of moving it. */
        REARRANGED
    }
}

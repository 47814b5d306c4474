package org.muster.planning.solver;

/** The exact solvers, each for what it was measured to be best at. */
enum Engine {
    /** Mixed integer programs small enough to be solved to the end: it keeps nothing when its time is up. */
    HIGHS,
    /** Mixed integer programs that may have to stop half way, begun at the known plan. */
    SCIP,
    /** Assignment of undivided needs without charges. */
    CP_SAT;

    /** Cases more than this are not decided within seconds. */
    private static final int MOST_CHOICES_TO_THE_END = 1_000;

    /** Above this even reading the program takes longer than the Lagrangian search needs for a good bound. */
    static final int MOST_SEGMENTS = 8_000;

    /** Few offers that serve many: most of what they could do is ruled out once the bound is close. */
    private static final int FEW_OFFERS = 300;

    private static final int MOST_TO_RULE_OUT = 200_000;

    /** Whether an exact solver is worth asking at all. */
    static boolean suits(Instance in) {
        return in.segments > 0 && in.segments <= MOST_SEGMENTS;
    }

    /** Whether it is worth looking at what is left once the search has come close. */
    static boolean suitsInTheEnd(Instance in) {
        return in.segments > MOST_SEGMENTS && in.segments <= MOST_TO_RULE_OUT && in.offers <= FEW_OFFERS;
    }

    static Engine forInstance(Instance in) {
        boolean assignment = true;
        for (int r = 0; r < in.requirements && assignment; r++) {
            assignment = in.undivided[r] || in.need[r] == 0;
        }
        int choices = 0;
        for (int o = 0; o < in.offers; o++) {
            boolean charged = in.offer[o].fixedCharge() > 0 || in.supplierCharge[in.supplierOf[o]] > 0;
            choices += charged || in.offer[o].minimum() > 1 || in.offer[o].allOrNothing() ? 1 : 0;
        }
        if (assignment && choices == 0) {
            return CP_SAT;
        }
        return choices <= MOST_CHOICES_TO_THE_END ? HIGHS : SCIP;
    }
}

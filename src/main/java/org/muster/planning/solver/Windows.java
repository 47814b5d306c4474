package org.muster.planning.solver;

import java.util.Arrays;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.StagedProblem;

/** One instance whose windows are changed in place, so that thousands of choices of lengths can be bounded without building it anew. */
final class Windows {

    final Instance in;

    private final StagedProblem staged;
    private final Offer[] original;
    private final long[] most;
    private final int[] stageOf;

    /** With everything as long and as late as {@code room} allows; any other windows are narrower. */
    Windows(StagedProblem staged) {
        this.staged = staged;
        long[] all = new long[staged.holds().size()];
        Arrays.fill(all, staged.deadline());
        in = new Instance(staged.within(all, all));
        original = in.offer.clone();
        most = in.most.clone();
        stageOf = new int[in.offers];
        staged.problem()
                .arcs()
                .forEach(arc -> stageOf[arc.offer()] =
                        staged.problem().requirements().get(arc.requirement()).stage());
    }

    void set(long[] lengths, long[] ends) {
        for (Making making : staged.makings()) {
            int o = making.offer();
            long length = lengths[stageOf[o]] - staged.holds().get(stageOf[o]);
            long capacity = Math.min(original[o].capacity(), making.madeWithin(length));
            if (capacity != in.offer[o].capacity()) {
                Offer offer = original[o];
                in.offer[o] = new Offer(
                        offer.id(),
                        offer.supplier(),
                        offer.allOrNothing() && capacity < offer.capacity() ? 0 : capacity,
                        offer.minimum(),
                        offer.multiple(),
                        offer.allOrNothing(),
                        offer.fixedCharge());
            }
        }
        for (int s = 0; s < in.segments; s++) {
            int r = in.segmentRequirement[s];
            int o = in.segmentOffer[s];
            long end = ends[stageOf[o]] - staged.holds().get(stageOf[o]);
            boolean noTime = lengths[stageOf[o]] < staged.holds().get(stageOf[o]);
            boolean late = staged.problem().arcs().get(in.segmentArc[s]).arrival() > Math.max(0, end);
            boolean small = in.undivided[r] && in.offer[o].capacity() < in.need[r];
            in.most[s] = noTime || late || small ? 0 : Math.min(most[s], in.offer[o].capacity());
        }
    }
}

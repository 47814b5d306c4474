package org.muster.planning.solver;

import java.util.Arrays;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.StagedProblem;

/** One instance whose windows are changed in place, so that thousands of choices of lengths can be bounded without building it anew. */
final class Windows {

    final Instance in;

    /** For each offer the stage in which it is used. */
    final int[] stageOf;

    private final Making[] makings;
    private final long[] holds;
    private final Offer[] original;
    private final long[] most;
    private final int[] stageOfSegment;
    private final long[] arrival;

    /** Stock that serves several stages; how long each of them lasts is not held against it, so that the others stay apart. */
    private final boolean[] severalStages;

    /** With everything as long and as late as {@code room} allows; any other windows are narrower. */
    Windows(StagedProblem staged) {
        makings = staged.makings().toArray(new Making[0]);
        holds = staged.holds().stream().mapToLong(Long::longValue).toArray();
        long[] all = new long[staged.holds().size()];
        Arrays.fill(all, staged.deadline());
        in = new Instance(staged.within(all, all));
        original = in.offer.clone();
        most = in.most.clone();
        stageOf = new int[in.offers];
        severalStages = new boolean[in.offers];
        Arrays.fill(stageOf, -1);
        for (Arc arc : staged.problem().arcs()) {
            int stage = staged.problem().requirements().get(arc.requirement()).stage();
            severalStages[arc.offer()] |= stageOf[arc.offer()] >= 0 && stageOf[arc.offer()] != stage;
            stageOf[arc.offer()] = stage;
        }
        for (int o = 0; o < in.offers; o++) {
            stageOf[o] = Math.max(0, stageOf[o]);
        }
        stageOfSegment = new int[in.segments];
        arrival = new long[in.segments];
        for (int s = 0; s < in.segments; s++) {
            stageOfSegment[s] = staged.problem()
                    .requirements()
                    .get(in.segmentRequirement[s])
                    .stage();
            arrival[s] = staged.problem().arcs().get(in.segmentArc[s]).arrival();
        }
    }

    void set(long[] lengths, long[] ends) {
        for (Making making : makings) {
            int o = making.offer();
            long length = lengths[stageOf[o]] - holds[stageOf[o]];
            long possible = Math.min(original[o].capacity(), making.madeWithin(length));
            Offer offer = original[o];
            long capacity = offer.allOrNothing() && possible < offer.capacity() ? 0 : possible;
            if (capacity != in.offer[o].capacity()) {
                in.offer[o] = new Offer(
                        offer.id(),
                        offer.supplier(),
                        capacity,
                        offer.minimum(),
                        offer.multiple(),
                        offer.allOrNothing(),
                        offer.fixedCharge());
            }
        }
        for (int s = 0; s < in.segments; s++) {
            int o = in.segmentOffer[s];
            int stage = stageOfSegment[s];
            boolean noTime = !severalStages[o] && lengths[stage] < holds[stage];
            boolean late = arrival[s] > Math.max(0, ends[stage] - holds[stage]);
            int r = in.segmentRequirement[s];
            boolean small = in.undivided[r] && in.offer[o].capacity() < in.need[r];
            in.most[s] = noTime || late || small ? 0 : Math.min(most[s], in.offer[o].capacity());
        }
    }
}

package org.muster.organisation.web;

import java.util.List;
import org.muster.catalogue.ListingLimits;
import org.muster.organisation.VerificationLevel;
import org.muster.reservation.HoldLimits;

/** What each level lets an organisation do, beside the level it has. */
record LevelLimits(VerificationLevel level, int listings, int holds, long hours, boolean current) {

    static List<LevelLimits> seenFrom(VerificationLevel current) {
        return ListingLimits.all().stream()
                .map(row -> {
                    HoldLimits holds = HoldLimits.of(row.level());
                    return new LevelLimits(
                            row.level(),
                            row.limits().published(),
                            holds.holds(),
                            holds.longest().toHours(),
                            row.level() == current);
                })
                .toList();
    }
}

package org.muster.emergency;

import java.util.List;

/**
 * What somebody typed to change an emergency that runs. The name, the kind, who declared it, the rule and when the clocks began stay as declared.
 *
 * @param version of the emergency that they had before them
 * @param reason why, for the record
 */
public record EmergencyChange(
        int version,
        String reason,
        String areas,
        String document,
        Declaration.Deputy lead,
        List<Declaration.Deputy> deputies,
        String answerHours,
        String remindMinutes,
        String allocateHours,
        String firstPieceHours,
        String releaseHours) {
    public EmergencyChange {
        deputies = List.copyOf(deputies);
    }
}

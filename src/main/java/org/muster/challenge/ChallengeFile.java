package org.muster.challenge;

import java.util.List;
import java.util.Optional;
import org.muster.emergency.EmergencyId;

/**
 * A challenge as coordinators see it.
 *
 * @param claims how many claims wait for a decision
 * @param entries what became of it, the last first
 */
public record ChallengeFile(
        ChallengeView challenge,
        Optional<EmergencyId> emergency,
        long claims,
        List<ChallengeEntry> entries,
        boolean mayChange,
        boolean mayPublish,
        boolean mayClose,
        boolean mayWithdraw) {

    public ChallengeFile {
        entries = List.copyOf(entries);
    }
}

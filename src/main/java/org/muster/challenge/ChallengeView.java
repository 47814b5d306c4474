package org.muster.challenge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.certificate.CertificateKind;
import org.muster.shared.Quantity;

/**
 * A challenge as everybody may read it; what it was published for it does not say.
 *
 * @param accepted how much of it was accepted from claimants so far
 * @param open whether claims are taken now
 */
public record ChallengeView(
        ChallengeId id,
        String title,
        String titleEn,
        String item,
        String specification,
        List<Limit> limits,
        Quantity quantity,
        Quantity accepted,
        String placeCode,
        Instant closesAt,
        LocalDate neededBy,
        String unlocks,
        String unlocksEn,
        Set<CertificateKind> papers,
        ChallengeState state,
        boolean open,
        Optional<Instant> publishedAt,
        int version) {

    public ChallengeView {
        limits = List.copyOf(limits);
        papers = Set.copyOf(papers);
    }

    /** What is still wanted; never below nothing. */
    public Quantity wanted() {
        Quantity left = quantity.minus(accepted);
        return left.amount().signum() < 0 ? Quantity.of(0, quantity.unit()) : left;
    }

    public boolean everPublished() {
        return publishedAt.isPresent();
    }
}

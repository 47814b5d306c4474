package org.muster.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.OrganisationId;

/** What a listing keeps of its supplier. */
record Supplier(
        OrganisationId id,
        String name,
        @Nullable String nameEn,
        VerificationLevel level,
        @Nullable LocalDate verifiedUntil,
        boolean provisional) {

    static Supplier of(OrganisationCard card) {
        return new Supplier(
                card.id(),
                card.name(),
                card.nameEn(),
                card.level(),
                card.verifiedUntil().orElse(null),
                card.provisional());
    }

    /** A check that ran out counts as registered only. */
    VerificationLevel levelOn(LocalDate day) {
        return level.isAtLeast(VerificationLevel.DOCUMENTS_CHECKED)
                        && verifiedUntil != null
                        && verifiedUntil.isBefore(day)
                ? VerificationLevel.REGISTERED
                : level;
    }
}

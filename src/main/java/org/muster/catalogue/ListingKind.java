package org.muster.catalogue;

import org.jspecify.annotations.Nullable;

/** What kind of resource a listing offers. */
public enum ListingKind {
    PRODUCTION_LINE,
    /** A machine: bought, rented, or used where it stands. */
    EQUIPMENT,
    /** What is made into something. */
    MATERIAL,
    /** Goods that are ready to use. */
    FINISHED_STOCK,
    SERVICE;

    /** Whether a quantity of it is what there is each day, not what is on hand. */
    boolean isDaily(@Nullable ServiceType service) {
        return this == PRODUCTION_LINE
                || this == SERVICE
                        && service != ServiceType.CREW
                        && service != ServiceType.FINANCE
                        && service != ServiceType.KNOW_HOW;
    }
}

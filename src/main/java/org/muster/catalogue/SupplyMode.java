package org.muster.catalogue;

/** How the supplier works: 现货, 包工包料, 来料加工, 产线租用. */
public enum SupplyMode {
    FINISHED_STOCK,
    ALL_IN,
    PROCESSING,
    LINE_FOR_HIRE,
    /** Not said, as in public lists. */
    UNSAID
}

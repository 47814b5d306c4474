package org.muster.ask;

/** Why something that was promised cannot be counted on any more. */
public enum Loss {
    LISTING_WITHDRAWN,
    CERTIFICATE_LAPSED,
    GOODS_REJECTED,
    TOO_LATE
}

package org.muster.ask;

/** What can be said to an ask. */
public enum Answer {
    YES,
    /** Once people, material, a vehicle, money, a certificate or a permission is there. */
    YES_IF,
    /** Another quantity, or another date. */
    OTHER,
    NO,
    /** Not an answer yet: somebody has it and will answer. */
    RECEIVED
}

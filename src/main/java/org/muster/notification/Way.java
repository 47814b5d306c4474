package org.muster.notification;

/** How a message reaches somebody. */
public enum Way {
    MOBILE,
    EMAIL
}

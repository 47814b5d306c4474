package org.muster.reservation;

/** Somebody else was at the same rows in between; the same again will go well or be refused. */
class Contended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Contended() {
        super("Somebody else was at the same rows", null, false, false);
    }
}

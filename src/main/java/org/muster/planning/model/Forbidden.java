package org.muster.planning.model;

/** A coordinator's or a supplier's no: nothing may be taken over this arc, from this offer, or from this supplier. */
public sealed interface Forbidden {

    record ThisArc(int arc) implements Forbidden {}

    record ThisOffer(int offer) implements Forbidden {}

    record ThisSupplier(int supplier) implements Forbidden {}
}

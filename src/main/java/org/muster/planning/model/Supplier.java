package org.muster.planning.model;

/** Whoever makes offers. {@code fixedCharge}: ticks paid once when any offer of the supplier is used (one more partner to vet, visit and pay). */
public record Supplier(String id, long fixedCharge) {

    public Supplier {
        Require.notNegative(fixedCharge, "fixedCharge", id);
    }
}

package org.muster.planning.model;

import java.math.BigDecimal;

/**
 * That the ledger has less of an offer than a plan takes of it.
 *
 * @param wanted in the listing's base unit; of exclusive time 1, for all of it
 * @param left in the same unit
 */
public record Doubt(int offer, BigDecimal wanted, BigDecimal left) {}

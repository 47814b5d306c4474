package org.muster.reservation;

/**
 * What an organisation has in the ledger that is still live.
 *
 * @param holding listings it holds of others
 * @param heldOfIt claims of others on its listings
 */
public record Stakes(long holding, long heldOfIt) {}

package org.muster.catalogue;

/** How goods are made sterile; only ethylene oxide must air out afterwards. */
public enum SterilisationMethod {
    ETHYLENE_OXIDE,
    GAMMA,
    ELECTRON_BEAM,
    STEAM,
    PLASMA,
    OTHER
}

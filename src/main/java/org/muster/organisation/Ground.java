package org.muster.organisation;

/** Why two organisations may be one. */
public enum Ground {
    /** The same organisation code inside of their credit codes. */
    CODE(8),
    /** The same name, however it is written. */
    SAME_NAME(6),
    /** The same name but for the legal form and the place in it, in one province. */
    NAME(4),
    /** Names that differ by one letter, in one city. */
    NEAR_NAME(3),
    PHONE(2),
    /** In one city; never a ground by itself. */
    PLACE(1),
    /** An operator put them beside each other. */
    BY_HAND(0);

    private final int strength;

    Ground(int strength) {
        this.strength = strength;
    }

    int strength() {
        return strength;
    }
}

package org.muster.catalogue;

/** How clean the room of a line is, dirtiest first; the classes of GB 50457 and older papers, with the ISO 14644-1 class they come to. */
public enum CleanRoom {
    /** An ordinary hall. */
    NONE(""),
    /** 三十万级. */
    CLASS_300000(""),
    /** 十万级. */
    CLASS_100000("ISO 8"),
    /** 万级. */
    CLASS_10000("ISO 7"),
    /** 千级. */
    CLASS_1000("ISO 6"),
    /** 百级. */
    CLASS_100("ISO 5");

    private final String iso;

    CleanRoom(String iso) {
        this.iso = iso;
    }

    /** The class of ISO 14644-1, empty where there is none of it. */
    public String iso() {
        return iso;
    }

    public boolean isAtLeast(CleanRoom other) {
        return compareTo(other) >= 0;
    }
}

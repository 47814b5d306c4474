package org.muster.shared;

/** What a unit measures; only units of one dimension convert into each other. Packs (boxes, rolls) need a pack size first, so each is a dimension of its own. */
public record Dimension(String name) {

    public static final Dimension COUNT = new Dimension("count");
    public static final Dimension MASS = new Dimension("mass");
    public static final Dimension LENGTH = new Dimension("length");
    public static final Dimension AREA = new Dimension("area");
    public static final Dimension VOLUME = new Dimension("volume");
    public static final Dimension TIME = new Dimension("time");

    public Dimension {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A dimension has a name");
        }
    }
}

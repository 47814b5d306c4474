package org.muster.planning.model;

/** A triangular distribution: what three numbers from experience can say. */
public record Spread(long least, long likely, long most) {

    public static final Spread NONE = new Spread(0, 0, 0);

    public Spread {
        Require.that(least <= likely && likely <= most, "%d, %d, %d do not rise", least, likely, most);
    }

    public static Spread always(long value) {
        return new Spread(value, value, value);
    }

    /** The value below which a share {@code u} of the outcomes lie. */
    public long quantile(double u) {
        double width = (double) most - least;
        if (width == 0) {
            return least;
        }
        double left = (likely - least) / width;
        double value = u < left
                ? least + Math.sqrt(u * width * (likely - least))
                : most - Math.sqrt((1 - u) * width * (most - likely));
        return Math.round(value);
    }
}

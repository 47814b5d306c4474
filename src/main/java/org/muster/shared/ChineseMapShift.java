package org.muster.shared;

/** The shift of Chinese maps: GCJ-02 lies some 100 to 700 m off WGS-84, everywhere differently. Points outside of China are not shifted. */
final class ChineseMapShift {

    /** Krasovsky 1940, on which the shift is defined. */
    private static final double SEMI_MAJOR_AXIS = 6378245.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

    /** Each round leaves less than a hundredth of the error; after five it is far below a millimetre. */
    private static final int ROUNDS = 5;

    private ChineseMapShift() {}

    /** Where a pin of a Chinese map is on the earth. */
    static Point undo(double latitude, double longitude) {
        Point guess = new Point(latitude, longitude);
        if (isOutside(guess)) {
            return guess;
        }
        for (int round = 0; round < ROUNDS; round++) {
            Point shifted = apply(guess);
            guess = new Point(
                    guess.latitude() + latitude - shifted.latitude(),
                    guess.longitude() + longitude - shifted.longitude());
        }
        return guess;
    }

    /** Where a Chinese map draws this point. */
    static Point apply(Point point) {
        if (isOutside(point)) {
            return point;
        }
        double x = point.longitude() - 105.0;
        double y = point.latitude() - 35.0;
        double radians = Math.toRadians(point.latitude());
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        double parallel = SEMI_MAJOR_AXIS / Math.sqrt(magic) * Math.cos(radians);
        return new Point(
                point.latitude() + Math.toDegrees(northward(x, y) / meridian),
                point.longitude() + Math.toDegrees(eastward(x, y) / parallel));
    }

    private static boolean isOutside(Point point) {
        return point.longitude() < 72.004
                || point.longitude() > 137.8347
                || point.latitude() < 0.8293
                || point.latitude() > 55.8271;
    }

    private static double northward(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0
                + (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0
                + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
    }

    private static double eastward(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0
                + (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0
                + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
    }
}

package org.muster.shared;

/**
 * A spot on the earth in degrees of WGS-84, the one datum Muster computes in; pins of Chinese maps (GCJ-02) are converted before.
 * Degrees are measurements, not amounts, so doubles serve here.
 */
public record Point(double latitude, double longitude) {

    private static final double MEAN_EARTH_RADIUS_KM = 6371.0088;

    public Point {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("Not a point on the earth: " + latitude + ", " + longitude);
        }
    }

    /** The spot of coordinates given in this datum. */
    public static Point of(double latitude, double longitude, Datum datum) {
        return switch (datum) {
            case WGS84 -> new Point(latitude, longitude);
            case GCJ02 -> ChineseMapShift.undo(latitude, longitude);
        };
    }

    /** Great-circle distance in kilometres (haversine, mean earth radius of the IUGG). */
    public double kilometresTo(Point other) {
        double dLat = Math.toRadians(other.latitude - latitude);
        double dLon = Math.toRadians(other.longitude - longitude);
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * MEAN_EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}

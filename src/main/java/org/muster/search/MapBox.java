package org.muster.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.muster.shared.Point;

/**
 * A cut-out of the map, in degrees, as wide to its height as the picture is.
 *
 * <p>Everything is reckoned in Mercator's projection, so that what is twice as near looks the same, only larger.
 */
public record MapBox(double west, double south, double east, double north) {

    /** The picture's width for a height of one. */
    public static final double ASPECT = 1.2;

    private static final double NARROWEST = 0.15;
    private static final double WIDEST = 66;
    private static final Point MIDDLE = new Point(36.2, 104.0);
    private static final double FARTHEST_NORTH = 60;
    private static final double FARTHEST_SOUTH = 0;
    private static final double FARTHEST_WEST = 60;
    private static final double FARTHEST_EAST = 150;

    public MapBox {
        if (!(west < east && south < north && west >= -180 && east <= 180 && south >= -85 && north <= 85)) {
            throw new IllegalArgumentException("No such box: " + west + ", " + south + ", " + east + ", " + north);
        }
    }

    /** The whole country. */
    public static MapBox whole() {
        return around(MIDDLE, WIDEST);
    }

    /** As wide as said, as far as there is a map; the middle moves in where it would lie beyond its edge. */
    public static MapBox around(Point middle, double width) {
        double wide = Math.min(WIDEST, Math.max(NARROWEST, width));
        double longitude = clamp(middle.longitude(), FARTHEST_WEST + wide / 2, FARTHEST_EAST - wide / 2);
        double high = wide / ASPECT;
        double y = clamp(
                mercator(middle.latitude()), mercator(FARTHEST_SOUTH) + high / 2, mercator(FARTHEST_NORTH) - high / 2);
        return new MapBox(longitude - wide / 2, latitude(y - high / 2), longitude + wide / 2, latitude(y + high / 2));
    }

    /** As an address writes it: the middle and the width. Empty when that is no map of ours. */
    public static Optional<MapBox> read(String written) {
        String[] parts = written.split(",", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            double latitude = Double.parseDouble(parts[0]);
            double longitude = Double.parseDouble(parts[1]);
            double width = Double.parseDouble(parts[2]);
            boolean sane = Math.abs(latitude) <= 80 && Math.abs(longitude) <= 180 && width > 0 && width <= 360;
            return sane ? Optional.of(around(new Point(latitude, longitude), width)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public String written() {
        Point middle = middle();
        return shortly(middle.latitude()) + "," + shortly(middle.longitude()) + "," + shortly(width());
    }

    public double width() {
        return east - west;
    }

    public Point middle() {
        return new Point(latitude((mercator(south) + mercator(north)) / 2), (west + east) / 2);
    }

    public boolean isWhole() {
        return width() > WIDEST - 1;
    }

    public boolean isNarrowest() {
        return width() < NARROWEST * 1.1;
    }

    /** The same middle, so many times as wide. */
    public MapBox wider(double times) {
        return around(middle(), width() * times);
    }

    /** Moved by shares of its own width and height, east and north. */
    public MapBox moved(double right, double up) {
        double y = (mercator(south) + mercator(north)) / 2 + up * width() / ASPECT;
        return around(new Point(latitude(y), middle().longitude() + right * width()), width());
    }

    /** Where a point lies in a picture of this width, from its left edge. */
    public double x(double longitude, double pictureWidth) {
        return (longitude - west) / width() * pictureWidth;
    }

    /** Where a point lies in a picture of this width, from its upper edge. */
    public double y(double latitude, double pictureWidth) {
        return (mercator(north) - mercator(latitude)) / width() * pictureWidth;
    }

    public boolean contains(Point point) {
        return point.longitude() >= west
                && point.longitude() <= east
                && point.latitude() >= south
                && point.latitude() <= north;
    }

    /** In degrees of longitude at the equator. */
    private static double mercator(double latitude) {
        return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)));
    }

    private static double latitude(double mercator) {
        return Math.toDegrees(2 * Math.atan(Math.exp(Math.toRadians(mercator))) - Math.PI / 2);
    }

    private static double clamp(double value, double least, double most) {
        return least > most ? (least + most) / 2 : Math.max(least, Math.min(most, value));
    }

    private static String shortly(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

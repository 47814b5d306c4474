package org.muster.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where there is land: the coasts of East Asia, and nothing else drawn. It comes with Muster; no other host is asked for a map. */
@Singleton
public class LandMass {

    private static final String FILE = "/search/land.txt";
    private static final double HUNDREDTHS = 100;
    /** Coasts are drawn a little beyond the picture, so that its edge never shows one. */
    private static final double BEYOND = 0.05;

    /** A coast as longitude, latitude, longitude, latitude …, and the box it lies in. */
    private record Ring(double[] at, double west, double south, double east, double north) {}

    private final List<Ring> rings = new ArrayList<>();

    public LandMass() {
        try (InputStream file = Objects.requireNonNull(LandMass.class.getResourceAsStream(FILE), FILE)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> rings.add(ring(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ring ring(String line) {
        String[] points = line.split(" ");
        double[] at = new double[points.length * 2];
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (int i = 0; i < points.length; i++) {
            int comma = points[i].indexOf(',');
            double longitude = Integer.parseInt(points[i].substring(0, comma)) / HUNDREDTHS;
            double latitude = Integer.parseInt(points[i].substring(comma + 1)) / HUNDREDTHS;
            at[2 * i] = longitude;
            at[2 * i + 1] = latitude;
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
        }
        return new Ring(at, west, south, east, north);
    }

    /**
     * The land in a box, as the path of a picture so wide.
     *
     * @param finest steps shorter than this are left out, in the picture's own measure
     */
    public String path(MapBox box, double pictureWidth, double finest) {
        StringBuilder path = new StringBuilder();
        double margin = box.width() * BEYOND;
        double[] frame = {
            box.west() - margin, box.south() - margin, box.east() + margin, Math.min(84, box.north() + margin)
        };
        for (Ring ring : rings) {
            if (ring.east() < frame[0]
                    || ring.west() > frame[2]
                    || ring.north() < frame[1]
                    || ring.south() > frame[3]) {
                continue;
            }
            draw(clipped(ring.at(), frame), box, pictureWidth, finest, path);
        }
        return path.toString();
    }

    private static void draw(double[] at, MapBox box, double pictureWidth, double finest, StringBuilder path) {
        StringBuilder drawn = new StringBuilder();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int corners = 0;
        for (int i = 0; i < at.length; i += 2) {
            double x = box.x(at[i], pictureWidth);
            double y = box.y(at[i + 1], pictureWidth);
            if (corners > 0 && Math.abs(x - lastX) < finest && Math.abs(y - lastY) < finest) {
                continue;
            }
            drawn.append(corners == 0 ? 'M' : 'L')
                    .append(shortly(x))
                    .append(' ')
                    .append(shortly(y));
            lastX = x;
            lastY = y;
            corners++;
        }
        if (corners >= 3) {
            path.append(drawn).append('Z');
        }
    }

    private static String shortly(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** What of a polygon lies inside of a frame, side by side (Sutherland and Hodgman). */
    private static double[] clipped(double[] polygon, double[] frame) {
        double[] left = polygon;
        for (int side = 0; side < 4 && left.length > 0; side++) {
            left = clipped(left, side % 2, frame[side], side < 2 ? 1 : -1);
        }
        return left;
    }

    private static double[] clipped(double[] polygon, int axis, double edge, int sign) {
        double[] left = new double[polygon.length * 2 + 4];
        int size = 0;
        int corners = polygon.length / 2;
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            double here = polygon[2 * i + axis];
            double there = polygon[2 * next + axis];
            boolean inside = (here - edge) * sign >= 0;
            if (inside) {
                left[size++] = polygon[2 * i];
                left[size++] = polygon[2 * i + 1];
            }
            if (inside != (there - edge) * sign >= 0) {
                double share = (edge - here) / (there - here);
                left[size++] = polygon[2 * i] + (polygon[2 * next] - polygon[2 * i]) * share;
                left[size++] = polygon[2 * i + 1] + (polygon[2 * next + 1] - polygon[2 * i + 1]) * share;
            }
        }
        return java.util.Arrays.copyOf(left, size);
    }
}

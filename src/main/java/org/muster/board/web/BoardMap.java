package org.muster.board.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.board.CarriedLeg;
import org.muster.board.LegState;
import org.muster.emergency.web.Heads;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.search.LandMass;
import org.muster.search.MapBox;
import org.muster.shared.Point;
import org.muster.shell.Language;

/** Draws the ways of a plan's legs over the coasts. */
@ApplicationScoped
class BoardMap {

    private static final double WIDTH = 480;
    private static final double HEIGHT = WIDTH / MapBox.ASPECT;
    private static final double FINEST_COAST = 0.9;
    /** Of degrees; nearer, coasts are too coarse. */
    private static final double NARROWEST = 3;

    private static final double ROOM = 1.35;
    /** By how much a degree of latitude is longer than one of longitude where most of it happens. */
    private static final double STRETCH = 1.25;

    private static final double MARK_WIDTH = 26;
    private static final double MARK_HEIGHT = 13;
    private static final int MOST_MOVES = 40;

    /**
     * All legs from one place to another that stand alike.
     *
     * @param kind the state, as the picture's classes name it
     * @param here whether it comes from where it is needed
     */
    record Way(
            int number,
            String kind,
            Mark mark,
            String from,
            String to,
            List<String> what,
            String x,
            String y,
            String fromX,
            String fromY,
            String toX,
            String toY,
            boolean here) {}

    record Label(String x, String y, String name) {}

    record View(double width, double height, String land, List<Label> labels, List<Way> ways) {
        public boolean isEmpty() {
            return ways.isEmpty();
        }
    }

    private record Group(String from, String to, LegState state) {}

    private final LandMass land;
    private final Places places;
    private final Heads heads;
    private final CarriedWords words;
    private final Language language;

    BoardMap(LandMass land, Places places, Heads heads, CarriedWords words, Language language) {
        this.land = land;
        this.places = places;
        this.heads = heads;
        this.words = words;
        this.language = language;
    }

    View of(List<CarriedLeg> legs) {
        Map<Group, List<CarriedLeg>> groups = new LinkedHashMap<>();
        legs.stream()
                .sorted(Comparator.comparing(CarriedLeg::state)
                        .reversed()
                        .thenComparing(CarriedLeg::to)
                        .thenComparing(CarriedLeg::from))
                .filter(leg -> places.byCode(leg.from()).isPresent()
                        && places.byCode(leg.to()).isPresent())
                .forEach(leg -> groups.computeIfAbsent(
                                new Group(leg.from(), leg.to(), leg.state()), any -> new ArrayList<>())
                        .add(leg));
        if (groups.isEmpty()) {
            return new View(WIDTH, HEIGHT, "", List.of(), List.of());
        }
        Set<String> ends = new LinkedHashSet<>();
        groups.keySet().forEach(group -> ends.add(group.to()));
        Set<String> all = new LinkedHashSet<>(ends);
        groups.keySet().forEach(group -> all.add(group.from()));
        MapBox box = around(all.stream().map(this::point).toList());
        List<double[]> taken = new ArrayList<>();
        ends.forEach(code -> fits(x(box, code), y(box, code), 12, 12, taken));
        List<Way> ways = new ArrayList<>();
        groups.forEach((group, of) -> ways.add(way(ways.size() + 1, group, of, box, taken)));
        return new View(WIDTH, HEIGHT, land.path(box, WIDTH, FINEST_COAST), labels(ends, box), ways);
    }

    private Way way(int number, Group group, List<CarriedLeg> legs, MapBox box, List<double[]> taken) {
        double[] at = free(x(box, group.from()), y(box, group.from()), taken);
        return new Way(
                number,
                group.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.mark(group.state()),
                heads.place(group.from()),
                heads.place(group.to()),
                legs.stream()
                        .map(leg -> words.supplier(leg) + " · "
                                + leg.requirementName().in(language.locale()) + " "
                                + words.exact(leg.quantity()))
                        .toList(),
                CarriedWords.shortly(at[0]),
                CarriedWords.shortly(at[1]),
                CarriedWords.shortly(x(box, group.from())),
                CarriedWords.shortly(y(box, group.from())),
                CarriedWords.shortly(x(box, group.to())),
                CarriedWords.shortly(y(box, group.to())),
                group.from().equals(group.to()));
    }

    private Point point(String code) {
        return places.byCode(code).map(Place::point).orElseThrow();
    }

    private double x(MapBox box, String code) {
        return box.x(point(code).longitude(), WIDTH);
    }

    private double y(MapBox box, String code) {
        return box.y(point(code).latitude(), WIDTH);
    }

    private static MapBox around(List<Point> points) {
        double west = points.stream().mapToDouble(Point::longitude).min().orElseThrow();
        double east = points.stream().mapToDouble(Point::longitude).max().orElseThrow();
        double south = points.stream().mapToDouble(Point::latitude).min().orElseThrow();
        double north = points.stream().mapToDouble(Point::latitude).max().orElseThrow();
        double wide = Math.max(east - west, (north - south) * STRETCH * MapBox.ASPECT);
        return MapBox.around(new Point((south + north) / 2, (west + east) / 2), Math.max(NARROWEST, wide * ROOM));
    }

    /** Where a mark lies on no other: its own place, or the next one on a spiral. */
    private static double[] free(double x, double y, List<double[]> taken) {
        for (int i = 0; i < MOST_MOVES; i++) {
            double turn = i * 2.4;
            double far = i == 0 ? 0 : 10 + 5 * Math.sqrt(i);
            double atX = Math.min(WIDTH - MARK_WIDTH, Math.max(8, x + far * Math.cos(turn)));
            double atY = Math.min(HEIGHT - 8, Math.max(8, y + far * Math.sin(turn)));
            if (fits(atX, atY, MARK_WIDTH, MARK_HEIGHT, taken)) {
                return new double[] {atX, atY};
            }
        }
        return new double[] {x, y};
    }

    private static boolean fits(double x, double y, double width, double height, List<double[]> taken) {
        double[] frame = {x - 6, y - height / 2, x - 6 + width, y + height / 2};
        boolean fits = taken.stream()
                .noneMatch(other ->
                        frame[0] < other[2] && other[0] < frame[2] && frame[1] < other[3] && other[1] < frame[3]);
        if (fits) {
            taken.add(frame);
        }
        return fits;
    }

    private List<Label> labels(Set<String> ends, MapBox box) {
        return ends.stream()
                .map(code -> new Label(
                        CarriedWords.shortly(x(box, code)),
                        CarriedWords.shortly(y(box, code)),
                        Optional.of(places.byCode(code).orElseThrow())
                                .map(place -> place.name(language.locale()))
                                .orElse(code)))
                .toList();
    }
}

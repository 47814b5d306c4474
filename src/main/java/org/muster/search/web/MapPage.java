package org.muster.search.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingCard;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.search.LandMass;
import org.muster.search.MapAnswer;
import org.muster.search.MapBox;
import org.muster.search.MapResult;
import org.muster.search.SearchQuery;
import org.muster.shared.Point;
import org.muster.shell.Figures;

/** Draws the map of a search, in one language. */
final class MapPage {

    /** The picture's own measure. */
    static final double WIDTH = 480;

    private static final double HEIGHT = WIDTH / MapBox.ASPECT;
    /** Half of the 24 pixels a finger needs, on the narrowest telephone. */
    private static final double SMALLEST = 18;

    private static final double GROWTH = 2.2;
    private static final double FINEST_COAST = 0.9;
    /** Below this width in degrees cities have names, and counties below the other. */
    private static final double CITIES = 24;

    private static final double COUNTIES = 3.5;
    private static final int MOST_LABELS = 45;
    private static final double LABEL_HEIGHT = 13;
    private static final double LETTER = 11;
    private static final double NEARER = 0.4;

    private final SearchQuery query;
    private final MapBox box;
    private final MapResult result;
    private final MapMessages say;
    private final Locale locale;
    private final Places places;

    MapPage(SearchQuery query, MapBox box, MapResult result, MapMessages say, Locale locale, Places places) {
        this.query = query;
        this.box = box;
        this.result = result;
        this.say = say;
        this.locale = locale;
        this.places = places;
    }

    MapView view(SearchParameters.Asked asked, List<SearchView.Link> chips, Optional<String> badBox, LandMass land) {
        List<MapAnswer.Cluster> apart = apart(result.clusters());
        return new MapView(
                query.words().isEmpty() ? say.title() : say.title_of(query.words()),
                address(query, box),
                SearchAddress.of(query),
                asked.refusals(),
                badBox,
                result.fromIndex(),
                chips,
                result.total(),
                WIDTH,
                HEIGHT,
                land.path(box, WIDTH, FINEST_COAST),
                labels(apart),
                apart.stream().map(this::cluster).toList(),
                result.inside().stream().map(this::found).toList(),
                box.isNarrowest() ? Optional.empty() : Optional.of(address(query, box.wider(NEARER))),
                box.isWhole() ? Optional.empty() : Optional.of(address(query, box.wider(1 / NEARER))),
                box.isWhole() ? Optional.empty() : Optional.of(address(query, MapBox.whole())),
                address(query, box.moved(0, 0.4)),
                address(query, box.moved(0, -0.4)),
                address(query, box.moved(-0.4, 0)),
                address(query, box.moved(0.4, 0)));
    }

    static String address(SearchQuery query, MapBox box) {
        String list = SearchAddress.of(query.onPage(1).amongUnknown(false));
        String map = "/search/map" + list.substring(SearchAddress.PATH.length());
        return box.isWhole() ? map : map + (map.contains("?") ? "&" : "?") + "at=" + box.written();
    }

    /** Clusters that would lie on each other become one; the largest stay where they are. */
    private List<MapAnswer.Cluster> apart(List<MapAnswer.Cluster> clusters) {
        List<MapAnswer.Cluster> apart = new ArrayList<>();
        List<MapAnswer.Cluster> bySize = clusters.stream()
                .sorted(Comparator.comparing(MapAnswer.Cluster::listings).reversed())
                .toList();
        for (MapAnswer.Cluster cluster : bySize) {
            MapAnswer.Cluster all = cluster;
            for (boolean merged = true; merged; ) {
                merged = false;
                for (MapAnswer.Cluster other : List.copyOf(apart)) {
                    if (overlap(all, other)) {
                        apart.remove(other);
                        all = all.with(other);
                        merged = true;
                    }
                }
            }
            apart.add(all);
        }
        apart.sort(Comparator.comparing(MapAnswer.Cluster::listings).reversed());
        return apart;
    }

    private boolean overlap(MapAnswer.Cluster one, MapAnswer.Cluster other) {
        double dx = x(one.middle()) - x(other.middle());
        double dy = y(one.middle()) - y(other.middle());
        return Math.hypot(dx, dy) < radius(one) + radius(other);
    }

    private static double radius(MapAnswer.Cluster cluster) {
        return SMALLEST + GROWTH * Math.log10(cluster.listings());
    }

    private double x(Point point) {
        return box.x(point.longitude(), WIDTH);
    }

    private double y(Point point) {
        return box.y(point.latitude(), WIDTH);
    }

    private MapView.Cluster cluster(MapAnswer.Cluster cluster) {
        String place = nearest(cluster.middle());
        String count = Figures.number(BigDecimal.valueOf(cluster.listings()));
        return new MapView.Cluster(
                shortly(x(cluster.middle())),
                shortly(y(cluster.middle())),
                shortly(radius(cluster)),
                count,
                place,
                say.cluster(place, count),
                box.isNarrowest()
                        ? Optional.empty()
                        : Optional.of(address(query, MapBox.around(cluster.middle(), box.width() * NEARER))));
    }

    /** The city, or at a closer look the county, whose point is nearest. */
    private String nearest(Point point) {
        Place nearest = null;
        double least = Double.MAX_VALUE;
        for (Place province : places.provinces()) {
            for (Place city : places.children(province.code())) {
                double kilometres = city.point().kilometresTo(point);
                if (kilometres < least) {
                    least = kilometres;
                    nearest = city;
                }
            }
        }
        if (nearest != null && box.width() < COUNTIES) {
            Place city = nearest;
            nearest = places.children(city.code()).stream()
                    .min(Comparator.comparing(county -> county.point().kilometresTo(point)))
                    .orElse(city);
        }
        return nearest == null ? "" : nearest.name(locale);
    }

    /** Names of divisions, as many as fit without lying on each other or on a cluster. */
    private List<MapView.Label> labels(List<MapAnswer.Cluster> clusters) {
        List<double[]> taken = new ArrayList<>();
        for (MapAnswer.Cluster cluster : clusters) {
            double r = radius(cluster);
            double x = x(cluster.middle());
            double y = y(cluster.middle());
            taken.add(new double[] {x - r, y - r, x + r, y + r});
        }
        List<MapView.Label> labels = new ArrayList<>();
        for (Place place : named()) {
            if (labels.size() == MOST_LABELS || !box.contains(place.point())) {
                continue;
            }
            String name = place.name(locale);
            double x = x(place.point());
            double y = y(place.point());
            double letter = name.codePoints().anyMatch(Character::isIdeographic) ? LETTER : LETTER * 0.55;
            double[] frame = {x - 3, y - LABEL_HEIGHT / 2, x + 6 + letter * name.length(), y + LABEL_HEIGHT / 2};
            boolean fits = frame[2] < WIDTH
                    && frame[1] > 0
                    && frame[3] < HEIGHT
                    && taken.stream()
                            .noneMatch(other -> frame[0] < other[2]
                                    && other[0] < frame[2]
                                    && frame[1] < other[3]
                                    && other[1] < frame[3]);
            if (fits) {
                taken.add(frame);
                labels.add(new MapView.Label(shortly(x), shortly(y), name, labels.size() >= 14));
            }
        }
        return labels;
    }

    private List<Place> named() {
        List<Place> named = new ArrayList<>(places.provinces());
        if (box.width() < CITIES) {
            named.clear();
            places.provinces().forEach(province -> named.addAll(places.children(province.code())));
        }
        if (box.width() < COUNTIES) {
            List.copyOf(named).stream()
                    .filter(city -> Math.abs(city.point().longitude()
                                            - box.middle().longitude())
                                    < COUNTIES + 2
                            && Math.abs(city.point().latitude() - box.middle().latitude()) < COUNTIES + 2)
                    .forEach(city -> named.addAll(places.children(city.code())));
        }
        return named;
    }

    private MapView.Found found(ListingCard card) {
        boolean english = locale.getLanguage().equals("en");
        String titleEn = card.titleEn();
        return new MapView.Found(
                "/listings/" + card.id(),
                english && titleEn != null && !titleEn.isBlank() ? titleEn : card.title(),
                name(card, english),
                places.byCode(card.placeCode())
                        .map(place -> places.wholeName(place, locale))
                        .orElse(card.placeCode()),
                card.availability());
    }

    private static @Nullable String name(ListingCard card, boolean english) {
        String nameEn = card.organisationNameEn();
        return english && nameEn != null && !nameEn.isBlank() ? nameEn : card.organisationName();
    }

    private static String shortly(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package org.muster.reference;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.shared.FoldedText;
import org.muster.shared.Point;

/** Provinces, cities and counties, and what people mean when they write of one. */
@Singleton
public class Places {

    /** No likeness at all between a name and what was typed. */
    private static final int FAR = 4;

    private final Map<String, Place> byCode = new LinkedHashMap<>();
    private final Map<String, List<Place>> children;
    private final PlaceNames names;
    private final List<Offered> offered;

    public Places() {
        for (ReferenceTable.Row row : ReferenceTable.read("places")) {
            Place place = new Place(
                    row.text("code"),
                    Level.values()[Integer.parseInt(row.text("level")) - 1],
                    row.text("parent"),
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.text("short_zh"),
                    new Point(Double.parseDouble(row.text("latitude")), Double.parseDouble(row.text("longitude"))));
            byCode.put(place.code(), place);
        }
        children = byCode.values().stream()
                .collect(Collectors.groupingBy(
                        Place::parent, Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
        names = new PlaceNames(this, byCode.values());
        offered = byCode.values().stream()
                .filter(place -> !isShadow(place))
                .map(place -> new Offered(place, place.nameEn().toLowerCase(Locale.ROOT)))
                .toList();
    }

    public Optional<Place> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Place> provinces() {
        return children("");
    }

    /** What lies directly in the place of this code. */
    public List<Place> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** The province it lies in, which may be itself. */
    public Place province(Place place) {
        Place at = place;
        while (at.level() != Level.PROVINCE) {
            at = parent(at);
        }
        return at;
    }

    /** The city it lies in, which may be itself; a county that a province runs directly counts as its own city; a province has none. */
    public Optional<Place> city(Place place) {
        if (place.level() == Level.COUNTY && parent(place).level() == Level.CITY) {
            return Optional.of(parent(place));
        }
        return place.level() == Level.PROVINCE ? Optional.empty() : Optional.of(place);
    }

    /** Whether one lies in the other, or is it. */
    public boolean liesIn(Place place, Place larger) {
        Place at = place;
        while (!at.equals(larger)) {
            if (at.level() == Level.PROVINCE) {
                return false;
            }
            at = parent(at);
        }
        return true;
    }

    /** The whole name: 湖北省武汉市江夏区, or Jiangxia District, Wuhan, Hubei. */
    public String wholeName(Place place, Locale locale) {
        List<String> parts = new ArrayList<>();
        for (Place at = place; ; at = parent(at)) {
            // 北京市 is province and city at once; it is said once
            if (parts.isEmpty() || !parts.get(parts.size() - 1).equals(at.name(locale))) {
                parts.add(at.name(locale));
            }
            if (at.level() == Level.PROVINCE) {
                break;
            }
        }
        if (locale.getLanguage().equals("en")) {
            return String.join(", ", parts);
        }
        StringBuilder whole = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            whole.append(parts.get(i));
        }
        return whole.toString();
    }

    /** What a line of text means: 武汉, 湖北武汉江夏, 苏州工业园区, Wuhan, Jinzhai County, Anhui, or a code. */
    public PlaceAnswer resolve(String text) {
        Optional<Place> code = byCode(text.strip());
        if (code.isPresent()) {
            return new PlaceAnswer.Found(seat(code.get()));
        }
        return names.resolve(text);
    }

    /**
     * What a province and a city in two columns mean. The city column may hold a county. A city that lies in another province than
     * stated is {@link PlaceAnswer.Elsewhere}.
     */
    public PlaceAnswer resolve(String province, String city) {
        if (province.isBlank()) {
            return resolve(city);
        }
        PlaceAnswer stated = resolve(province);
        if (city.isBlank()) {
            return stated;
        }
        if (!(stated instanceof PlaceAnswer.Found foundProvince)) {
            return stated;
        }
        PlaceAnswer whole = names.resolveIn(province(foundProvince.place()), city);
        if (whole instanceof PlaceAnswer.Unknown) {
            PlaceAnswer anywhere = resolve(city);
            if (anywhere instanceof PlaceAnswer.Found elsewhere) {
                return liesIn(elsewhere.place(), province(foundProvince.place()))
                        ? elsewhere
                        : new PlaceAnswer.Elsewhere(elsewhere.place(), province(foundProvince.place()));
            }
            return anywhere;
        }
        return whole;
    }

    /** Places whose name contains what was typed, the best first: exact, then beginning so, then containing; larger before smaller. */
    public List<Place> suggestions(String text, int max) {
        String typed = FoldedText.fold(text).strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Place> found = new ArrayList<>();
        if (resolve(text) instanceof PlaceAnswer.Found one) {
            found.add(one.place());
        }
        offered.stream()
                .map(one -> new Match(one.place(), one.closeness(typed)))
                .filter(match -> match.closeness() < FAR)
                .sorted(Comparator.comparingInt(Match::closeness)
                        .thenComparing(match -> match.place().level())
                        .thenComparing(match -> match.place().code()))
                .map(Match::place)
                .filter(place -> !found.contains(place))
                .limit(max)
                .forEach(found::add);
        return found.size() <= max ? found : List.copyOf(found.subList(0, max));
    }

    private record Match(Place place, int closeness) {}

    /** A place that may be suggested, its English name ready to be compared. */
    private record Offered(Place place, String en) {

        int closeness(String typed) {
            if (place.nameZh().equals(typed) || place.shortZh().equals(typed) || en.equals(typed)) {
                return 0;
            }
            if (place.nameZh().startsWith(typed) || en.startsWith(typed)) {
                return 1;
            }
            if (place.nameZh().contains(typed)) {
                return 2;
            }
            return en.contains(" " + typed) ? 3 : FAR;
        }
    }

    /** The place where something in this place is: a municipality is meant as a city, since that is what sites and facets hold. */
    Place seat(Place place) {
        return place.level() == Level.PROVINCE
                ? children(place.code()).stream()
                        .filter(child ->
                                child.level() == Level.CITY && child.nameZh().equals(place.nameZh()))
                        .findFirst()
                        .orElse(place)
                : place;
    }

    /** A municipality has two rows; people choose the city. */
    private boolean isShadow(Place place) {
        return !seat(place).equals(place);
    }

    Place parent(Place place) {
        Place parent = byCode.get(place.parent());
        if (parent == null) {
            throw new IllegalStateException("No place holds " + place.code());
        }
        return parent;
    }
}

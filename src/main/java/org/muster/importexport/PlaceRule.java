package org.muster.importexport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.importexport.Finding.Sentence;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;

/**
 * Understands where a list says a firm is. A county in the city's column is fine; a city that lies in another province than stated is held back,
 * since one of the two cells is wrong and only a person can say which.
 */
final class PlaceRule {

    private static final int CANDIDATES_TOLD = 5;

    /** The place to enter it at, unless refused. */
    record Whereabouts(@Nullable Place place, List<Finding> findings) {}

    private final Places places;

    PlaceRule(Places places) {
        this.places = places;
    }

    Whereabouts read(String province, String city, String county, String whole) {
        if (province.isEmpty() && city.isEmpty() && county.isEmpty() && whole.isEmpty()) {
            return refused(Finding.refusal(Column.CITY, "place_missing"));
        }
        if (province.isEmpty() && city.isEmpty() && county.isEmpty()) {
            return one(whole, Column.PLACE);
        }
        if (city.isEmpty() && county.isEmpty()) {
            Whereabouts of = one(province, Column.PROVINCE);
            return of.place() != null && of.place().level() == Level.PROVINCE
                    ? new Whereabouts(
                            of.place(), List.of(Finding.note(Column.CITY, "placed_at_province", code(of.place()))))
                    : of;
        }
        Column column = city.isEmpty() ? Column.COUNTY : Column.CITY;
        Whereabouts inCity = city(province, city.isEmpty() ? county : city, column);
        return city.isEmpty() || county.isEmpty() || inCity.place() == null ? inCity : within(inCity, county);
    }

    private Whereabouts one(String text, Column column) {
        PlaceAnswer answer = places.resolve(text);
        if (answer instanceof PlaceAnswer.Found found) {
            return new Whereabouts(found.place(), List.of());
        } else if (answer instanceof PlaceAnswer.Ambiguous several) {
            return refused(Finding.refusal(column, "place_ambiguous", text, names(several)));
        } else if (answer instanceof PlaceAnswer.Elsewhere elsewhere) {
            return flaggedElsewhere(elsewhere, text, column);
        }
        return refused(Finding.refusal(column, "place_unknown", text));
    }

    private Whereabouts city(String province, String city, Column column) {
        PlaceAnswer answer = places.resolve(province, city);
        if (answer instanceof PlaceAnswer.Found found) {
            return new Whereabouts(
                    found.place(),
                    province.isEmpty()
                            ? List.of(Finding.note(
                                    Column.PROVINCE, "province_from_city", code(places.province(found.place()))))
                            : List.of());
        } else if (answer instanceof PlaceAnswer.Elsewhere elsewhere) {
            return flaggedElsewhere(elsewhere, city, column);
        }
        Optional<Place> stated = province.isEmpty() ? Optional.empty() : found(places.resolve(province));
        if (stated.isEmpty() && !province.isEmpty()) {
            // The province's own name is unreadable; the city may still say where it is.
            return found(places.resolve(city))
                    .map(place -> flagged(
                            place,
                            Column.PROVINCE,
                            Sentence.of("province_unknown", province, code(place), code(places.province(place))),
                            Sentence.of("take_province", code(places.province(place)))))
                    .orElseGet(() -> refused(Finding.refusal(Column.PROVINCE, "place_unknown", province)));
        }
        if (stated.isPresent()) {
            Place place = stated.get();
            return flagged(
                    place,
                    column,
                    answer instanceof PlaceAnswer.Ambiguous several
                            ? Sentence.of("place_ambiguous", city, names(several))
                            : Sentence.of("city_unknown", city, code(place)),
                    Sentence.of("take_place", code(place)));
        }
        return answer instanceof PlaceAnswer.Ambiguous several
                ? refused(Finding.refusal(column, "place_ambiguous", city, names(several)))
                : refused(Finding.refusal(column, "place_unknown", city));
    }

    /** The county makes the place more exact when the city has one of that name. */
    private Whereabouts within(Whereabouts inCity, String county) {
        Place city = inCity.place();
        if (city == null || !inCity.findings().isEmpty() && city.level() == Level.COUNTY) {
            return inCity;
        }
        Optional<Place> inside = found(places.resolve(places.province(city).nameZh(), county))
                .filter(place -> places.liesIn(place, city))
                .or(() -> places.children(city.code()).stream()
                        .filter(child -> child.nameZh().equals(county)
                                || child.shortZh().equals(county)
                                || child.nameEn().equalsIgnoreCase(county))
                        .findFirst());
        if (inside.isPresent()) {
            return new Whereabouts(inside.get(), inCity.findings());
        }
        List<Finding> findings = new java.util.ArrayList<>(inCity.findings());
        findings.add(Finding.note(Column.COUNTY, "county_unknown", county, code(city)));
        return new Whereabouts(city, findings);
    }

    private Whereabouts flaggedElsewhere(PlaceAnswer.Elsewhere elsewhere, String written, Column column) {
        Place province = places.province(elsewhere.place());
        return flagged(
                elsewhere.place(),
                column,
                Sentence.of("city_in_other_province", written, code(province), code(elsewhere.statedProvince())),
                Sentence.of("take_province", code(province)));
    }

    private static Whereabouts flagged(Place place, Column column, Sentence sentence, Sentence suggestion) {
        return new Whereabouts(place, List.of(Finding.flag(column, sentence, suggestion)));
    }

    private static Whereabouts refused(Finding finding) {
        return new Whereabouts(null, List.of(finding));
    }

    private static Optional<Place> found(PlaceAnswer answer) {
        return answer instanceof PlaceAnswer.Found found ? Optional.of(found.place()) : Optional.empty();
    }

    private String names(PlaceAnswer.Ambiguous several) {
        return several.candidates().stream()
                .limit(CANDIDATES_TOLD)
                .map(place -> places.wholeName(place, java.util.Locale.CHINESE))
                .collect(Collectors.joining("、"));
    }

    private static String code(Place place) {
        return Sentence.place(place.code());
    }
}

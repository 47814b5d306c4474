package org.muster.emergency.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.emergency.Declaration;
import org.muster.emergency.EmergencyChange;
import org.muster.emergency.EmergencyView;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;

/** A change of an emergency as it is typed; nothing of it is lost when it is refused. */
record ChangeForm(MultivaluedMap<String, String> fields) {

    private static final int DEPUTIES = 5;

    private String field(String name) {
        String typed = fields.getFirst(name);
        return typed == null ? "" : typed;
    }

    EmergencyChange typed() {
        List<Declaration.Deputy> deputies = new ArrayList<>();
        for (int i = 0; i < DEPUTIES; i++) {
            deputies.add(new Declaration.Deputy(field("deputy-" + i), field("deputyMobile-" + i)));
        }
        return new EmergencyChange(
                field("version").matches("\\d{1,9}") ? Integer.parseInt(field("version")) : -1,
                field("reason"),
                field("areas"),
                field("document"),
                new Declaration.Deputy(field("lead"), field("leadMobile")),
                deputies,
                field("answerHours"),
                field("remindMinutes"),
                field("allocateHours"),
                field("firstPieceHours"),
                field("releaseHours"));
    }

    /** As it stands. */
    static EmergencyChange of(EmergencyView emergency, Places places) {
        List<Declaration.Deputy> deputies = new ArrayList<>();
        emergency.deputies().forEach(one -> deputies.add(new Declaration.Deputy(one.name(), one.mobile())));
        while (deputies.size() < DEPUTIES) {
            deputies.add(new Declaration.Deputy("", ""));
        }
        return new EmergencyChange(
                emergency.version(),
                "",
                emergency.areas().stream()
                        .flatMap(area -> places.byCode(area.placeCode()).stream())
                        .map(place -> written(place, places))
                        .collect(Collectors.joining("\n")),
                emergency.document(),
                new Declaration.Deputy(emergency.lead().name(), emergency.lead().mobile()),
                deputies,
                Long.toString(emergency.answerWithin().toHours()),
                Long.toString(emergency.remindAfter().toMinutes()),
                hours(emergency, Optional.of(emergency.allocateBy())),
                hours(emergency, Optional.of(emergency.firstPieceBy())),
                hours(emergency, emergency.releaseBy()));
    }

    /** A name that is read as this very place when it comes back. */
    private static String written(Place place, Places places) {
        String whole = places.wholeName(place, Locale.CHINESE);
        return places.resolve(whole) instanceof PlaceAnswer.Found found
                        && found.place().equals(place)
                ? whole
                : place.code();
    }

    private static String hours(EmergencyView emergency, Optional<Instant> by) {
        return by.map(at ->
                        Long.toString(Duration.between(emergency.startsAt(), at).toHours()))
                .orElse("");
    }
}

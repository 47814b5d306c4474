package org.muster.emergency;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.PhoneNumber;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** What a declaration has to say before an emergency exists: all of it at once, each refusal at its field. */
final class DeclarationRules {

    static final int MOST_AREAS = 30;
    static final int MOST_DEPUTIES = 5;

    /** Orders reach the desk late; but not by more than this. */
    private static final Duration OLDEST_START = Duration.ofDays(90);

    /** Clocks of two machines differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int LONGEST_HOURS = 8_760;

    private final Places places;
    private final List<Refusal> refusals = new ArrayList<>();

    private DeclarationRules(Places places) {
        this.places = places;
    }

    record Person(String name, String mobile) {}

    record Checked(
            String name,
            EmergencyKind kind,
            List<Place> areas,
            String authority,
            String document,
            List<Person> contacts,
            String priorityRule,
            Duration answerWithin,
            Duration remindAfter,
            Instant start,
            Duration allocateWithin,
            Duration firstPieceWithin,
            Optional<Duration> releaseWithin) {}

    /** @param usualRule said where the declaration says nothing of who comes first */
    static Outcome<Checked> check(Declaration typed, String usualRule, Places places, ZoneId zone, Instant now) {
        return new DeclarationRules(places).checked(typed, usualRule, zone, now);
    }

    /** What is typed to change an emergency is read like its declaration; when its clocks began stays. */
    static Outcome<Checked> check(EmergencyChange typed, EmergencyView as, Places places) {
        Declaration declaration = new Declaration(
                as.name(),
                as.kind().name(),
                typed.areas(),
                as.authority(),
                typed.document(),
                typed.lead(),
                typed.deputies(),
                as.priorityRule(),
                typed.answerHours(),
                typed.remindMinutes(),
                "",
                typed.allocateHours(),
                typed.firstPieceHours(),
                typed.releaseHours());
        return new DeclarationRules(places).checked(declaration, as.priorityRule(), ZoneOffset.UTC, as.startsAt());
    }

    private Outcome<Checked> checked(Declaration typed, String usualRule, ZoneId zone, Instant now) {
        String name = text("name", typed.name(), 2, 80);
        EmergencyKind kind = kind(typed.kind());
        List<Place> areas = areas(typed.areas());
        String authority = text("authority", typed.authority(), 2, 120);
        String document = text("document", typed.document(), 2, 120);
        List<Person> contacts = contacts(typed);
        String rule = typed.priorityRule().isBlank() ? usualRule : text("priorityRule", typed.priorityRule(), 4, 1000);
        int answerHours = number("answerHours", typed.answerHours(), 1, 168);
        int remindMinutes = number("remindMinutes", typed.remindMinutes(), 5, 10_080);
        if (answerHours > 0 && remindMinutes > answerHours * 60) {
            refusals.add(Refusal.at("remindMinutes", "emergency.remind_after_answer", answerHours * 60));
        }
        Instant start = start(typed.start(), zone, now);
        int allocate = number("allocateHours", typed.allocateHours(), 1, LONGEST_HOURS);
        int firstPiece = number("firstPieceHours", typed.firstPieceHours(), 1, 2 * LONGEST_HOURS);
        if (allocate > 0 && firstPiece > 0 && firstPiece < allocate) {
            refusals.add(Refusal.at("firstPieceHours", "emergency.first_piece_before_allocation", allocate));
        }
        Optional<Integer> release = typed.releaseHours().isBlank()
                ? Optional.empty()
                : Optional.of(number("releaseHours", typed.releaseHours(), 1, 3 * LONGEST_HOURS));
        if (firstPiece > 0
                && release.filter(hours -> hours > 0 && hours < firstPiece).isPresent()) {
            refusals.add(Refusal.at("releaseHours", "emergency.release_before_first_piece", firstPiece));
        }
        if (!refusals.isEmpty() || kind == null || start == null) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(new Checked(
                name,
                kind,
                areas,
                authority,
                document,
                contacts,
                rule,
                Duration.ofHours(answerHours),
                Duration.ofMinutes(remindMinutes),
                start,
                Duration.ofHours(allocate),
                Duration.ofHours(firstPiece),
                release.map(Duration::ofHours)));
    }

    private String text(String field, String typed, int least, int most) {
        String tidy = typed.strip().replaceAll("[ \\t\\u3000]+", " ");
        if (tidy.length() < least || tidy.length() > most) {
            refusals.add(Refusal.at(field, "emergency." + field.toLowerCase(Locale.ROOT) + "_missing", least, most));
        }
        return tidy;
    }

    private @Nullable EmergencyKind kind(String typed) {
        Optional<EmergencyKind> kind = Arrays.stream(EmergencyKind.values())
                .filter(one -> one.name().equals(typed))
                .findFirst();
        if (kind.isEmpty()) {
            refusals.add(Refusal.at("kind", "emergency.kind_missing"));
        }
        return kind.orElse(null);
    }

    private List<Place> areas(String typed) {
        Set<Place> areas = new LinkedHashSet<>();
        for (String written : typed.split("[\\n\\r,，、;；]+")) {
            if (written.isBlank()) {
                continue;
            }
            PlaceAnswer answer = places.resolve(written.strip());
            if (answer instanceof PlaceAnswer.Found found) {
                areas.add(found.place());
            } else if (answer instanceof PlaceAnswer.Ambiguous several) {
                refusals.add(
                        Refusal.at("areas", "emergency.area_ambiguous", written.strip(), candidates(several, "、")));
            } else {
                refusals.add(Refusal.at("areas", "emergency.area_unknown", written.strip()));
            }
        }
        if (areas.isEmpty() && refusals.stream().noneMatch(one -> one.field().equals("areas"))) {
            refusals.add(Refusal.at("areas", "emergency.areas_missing"));
        }
        for (Place area : areas) {
            areas.stream()
                    .filter(other -> !other.equals(area) && places.liesIn(area, other))
                    .forEach(other ->
                            refusals.add(Refusal.at("areas", "emergency.area_within", area.nameZh(), other.nameZh())));
        }
        if (areas.size() > MOST_AREAS) {
            refusals.add(Refusal.at("areas", "emergency.too_many_areas", areas.size(), MOST_AREAS));
        }
        return List.copyOf(areas);
    }

    private String candidates(PlaceAnswer.Ambiguous several, String between) {
        return several.candidates().stream()
                .limit(5)
                .map(place -> places.wholeName(place, Locale.CHINESE))
                .collect(Collectors.joining(between));
    }

    private List<Person> contacts(Declaration typed) {
        List<Person> contacts = new ArrayList<>();
        contacts.add(person("lead", "leadMobile", typed.lead()));
        for (int i = 0; i < typed.deputies().size(); i++) {
            Declaration.Deputy deputy = typed.deputies().get(i);
            if (!deputy.isBlank()) {
                contacts.add(person("deputy-" + i, "deputyMobile-" + i, deputy));
            }
        }
        if (contacts.size() < 2) {
            refusals.add(Refusal.at("deputy-0", "emergency.deputy_missing"));
        } else if (contacts.size() - 1 > MOST_DEPUTIES) {
            refusals.add(Refusal.at("deputy-0", "emergency.too_many_deputies", MOST_DEPUTIES));
        }
        return contacts;
    }

    private Person person(String nameField, String mobileField, Declaration.Deputy typed) {
        String name = typed.name().strip();
        if (name.length() < 2 || name.length() > 60) {
            refusals.add(Refusal.at(nameField, "emergency.person_missing"));
        }
        Optional<PhoneNumber> mobile = PhoneNumber.read(typed.mobile());
        if (mobile.isEmpty()) {
            refusals.add(
                    typed.mobile().isBlank()
                            ? Refusal.at(mobileField, "emergency.mobile_missing", name)
                            : Refusal.at(
                                    mobileField,
                                    "emergency.mobile_unreadable",
                                    typed.mobile().strip()));
        }
        return new Person(name, mobile.map(PhoneNumber::value).orElse(""));
    }

    /** Zero where it was refused. */
    private int number(String field, String typed, int least, int most) {
        try {
            int number = Integer.parseInt(typed.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        refusals.add(Refusal.at(field, "emergency.number_missing", least, most));
        return 0;
    }

    private @Nullable Instant start(String typed, ZoneId zone, Instant now) {
        if (typed.isBlank()) {
            return now;
        }
        try {
            Instant start = LocalDateTime.parse(typed.strip().replace(' ', 'T').replace('/', '-'))
                    .atZone(zone)
                    .toInstant();
            if (start.isAfter(now.plus(AHEAD))) {
                refusals.add(Refusal.at("start", "emergency.start_in_future"));
            } else if (start.isBefore(now.minus(OLDEST_START))) {
                refusals.add(Refusal.at("start", "emergency.start_too_old", OLDEST_START.toDays()));
            }
            return start;
        } catch (DateTimeException e) {
            refusals.add(Refusal.at("start", "emergency.start_unreadable", typed.strip()));
            return null;
        }
    }
}

package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Division;
import org.muster.reference.Divisions;
import org.muster.reference.Glossary;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.reference.Terms;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Checks what somebody typed about an organisation, all of it at once, and turns words into codes: the place, the division. */
@ApplicationScoped
class Intake {

    static final int NAME_AT_MOST = 120;
    private static final int NAME_AT_LEAST = 2;
    private static final int MAKES_AT_MOST = 500;
    private static final int PLACE_AT_MOST = 60;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u3000]+");

    private final Places places;
    private final Divisions divisions;
    private final Glossary glossary;
    private final Organisations organisations;

    Intake(Places places, Divisions divisions, Glossary glossary, Organisations organisations) {
        this.places = places;
        this.divisions = divisions;
        this.glossary = glossary;
        this.organisations = organisations;
    }

    /** What was typed, every field of it. */
    record Typed(
            String nameEn,
            String mobile,
            String email,
            String place,
            String placeCode,
            String makes,
            String division,
            String creditCode) {}

    /** What it means. */
    record Checked(Organisation.Facts facts, Place place, String siteName) {}

    Outcome<Checked> check(Typed typed, Optional<OrganisationId> self) {
        List<Refusal> refusals = new ArrayList<>();
        String nameEn = tidy(typed.nameEn());
        if (nameEn.length() > NAME_AT_MOST) {
            refusals.add(Refusal.at("nameEn", "organisation.name_long", NAME_AT_MOST));
        }
        Optional<PhoneNumber> mobile = PhoneNumber.read(typed.mobile());
        if (typed.mobile().isBlank()) {
            refusals.add(Refusal.at("mobile", "organisation.mobile_missing"));
        } else if (mobile.isEmpty()) {
            refusals.add(Refusal.at(
                    "mobile", "organisation.mobile_unreadable", typed.mobile().strip()));
        }
        Outcome<Place> place = place(typed.place(), typed.placeCode());
        if (place instanceof Outcome.Refused<Place> refused) {
            refusals.addAll(refused.reasons());
        }
        String makes = tidy(typed.makes());
        if (makes.isEmpty()) {
            refusals.add(Refusal.at("makes", "organisation.makes_missing"));
        } else if (makes.length() > MAKES_AT_MOST) {
            refusals.add(Refusal.at("makes", "organisation.makes_long", MAKES_AT_MOST));
        }
        Optional<String> derived = divisionOf(makes);
        String chosen = typed.division().strip();
        if (!chosen.isEmpty() && divisions.byCode(chosen).isEmpty()) {
            refusals.add(Refusal.at("division", "organisation.division_unknown", chosen));
        }
        Optional<EmailAddress> email = EmailAddress.read(typed.email());
        if (!typed.email().isBlank() && email.isEmpty()) {
            refusals.add(Refusal.at(
                    "email", "organisation.email_unreadable", typed.email().strip()));
        }
        Optional<CreditCode> creditCode = Optional.empty();
        if (!typed.creditCode().isBlank()) {
            Outcome<CreditCode> read = CreditCode.read("creditCode", typed.creditCode());
            if (read instanceof Outcome.Refused<CreditCode> refused) {
                refusals.addAll(refused.reasons());
            } else if (read instanceof Outcome.Accepted<CreditCode> whole) {
                creditCode = Optional.of(whole.value());
                organisations.serialise(whole.value().value());
                if (organisations.isCodeRegisteredElsewhere(whole.value(), self)) {
                    refusals.add(Refusal.at("creditCode", "organisation.credit_code_taken", whole.value()));
                }
            }
        }
        if (!refusals.isEmpty() || !(place instanceof Outcome.Accepted<Place> found)) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(new Checked(
                new Organisation.Facts(
                        blankToNull(nameEn),
                        mobile.map(PhoneNumber::value).orElse(null),
                        email.map(EmailAddress::value).orElse(null),
                        found.value().code(),
                        makes,
                        chosen.isEmpty() ? derived.orElse(null) : chosen,
                        !chosen.isEmpty() && !derived.equals(Optional.of(chosen)),
                        creditCode.map(CreditCode::value).orElse(null)),
                found.value(),
                tidy(typed.place())));
    }

    List<Refusal> checkName(String name) {
        if (name.isEmpty() || NameKey.of(name).value().length() < NAME_AT_LEAST) {
            return List.of(Refusal.at("name", "organisation.name_missing"));
        }
        if (name.length() > NAME_AT_MOST) {
            return List.of(Refusal.at("name", "organisation.name_long", NAME_AT_MOST));
        }
        return List.of();
    }

    /** As {@link #divisionOf}, by the glossary as it stands now; whether it moved is not asked again for each of many. */
    Function<String, Optional<String>> divisions() {
        Terms terms = glossary.terms();
        return makes ->
                makes.isBlank() ? Optional.empty() : terms.divisionOf(makes).map(Division::code);
    }

    /** The industry division that what somebody makes belongs to, if the glossary knows any of the words. */
    Optional<String> divisionOf(String makes) {
        return makes.isBlank()
                ? Optional.empty()
                : glossary.terms().divisionOf(makes).map(Division::code);
    }

    /** The words win over a choice made for other words; a province is too wide to find anybody in. */
    private Outcome<Place> place(String words, String chosenCode) {
        String typed = tidy(words);
        if (typed.isEmpty()) {
            return Outcome.refused(Refusal.at("place", "organisation.place_missing"));
        }
        if (typed.length() > PLACE_AT_MOST) {
            return Outcome.refused(Refusal.at("place", "organisation.place_long", PLACE_AT_MOST));
        }
        PlaceAnswer answer = places.resolve(typed);
        if (answer instanceof PlaceAnswer.Found found) {
            return found.place().level() == Level.PROVINCE
                    ? Outcome.refused(Refusal.at("place", "organisation.place_too_wide", typed))
                    : Outcome.accepted(found.place());
        }
        if (answer instanceof PlaceAnswer.Ambiguous ambiguous) {
            return ambiguous.candidates().stream()
                    .filter(candidate -> candidate.code().equals(chosenCode))
                    .findFirst()
                    .map(Outcome::accepted)
                    .orElseGet(() -> Outcome.refused(Refusal.at("place", "organisation.place_ambiguous", typed)));
        }
        return Outcome.refused(Refusal.at(
                "place",
                answer instanceof PlaceAnswer.Elsewhere ? "organisation.place_elsewhere" : "organisation.place_unknown",
                typed));
    }

    /** One line, no blanks around or doubled. */
    static String tidy(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

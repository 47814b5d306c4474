package org.muster.organisation;

import java.text.Normalizer;
import java.util.Locale;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * A unified social credit code (GB 32100-2015): department, category, six digits of the registering division, the nine characters of the
 * organisation code (GB 11714, with a check character of its own) and a check character over all of them.
 */
public record CreditCode(String value) {

    private static final int LENGTH = 18;
    private static final int BODY = LENGTH - 1;
    private static final int ORGANISATION_CODE_FROM = 8;

    /** The letters I, O, S, V and Z are left out of the standard: they look like digits or like each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** 3 to the power of the place, modulo 31. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final int[] ORGANISATION_CODE_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public CreditCode {
        Outcome<String> checked = check(value);
        if (!checked.isAccepted()) {
            throw new IllegalArgumentException("Not a unified social credit code");
        }
    }

    /** Reads what somebody typed or pasted: any width and case of letters, blanks and hyphens between groups. */
    public static Outcome<CreditCode> read(String field, String typed) {
        return check(folded(typed))
                .fold(
                        whole -> Outcome.accepted(new CreditCode(whole)),
                        reasons -> Outcome.refused(reasons.stream()
                                .map(reason -> new Refusal(field, reason.key(), reason.args()))
                                .toList()));
    }

    /** Whether somebody typed a code that is there already. */
    static boolean isSame(String typed, String code) {
        return folded(typed).equals(code);
    }

    /** The administrative division that registered it, as six digits. */
    public String registeringDivision() {
        return value.substring(2, ORGANISATION_CODE_FROM);
    }

    /** The organisation code inside, nine characters. */
    public String organisationCode() {
        return value.substring(ORGANISATION_CODE_FROM, BODY);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Outcome<String> check(String text) {
        if (text.length() != LENGTH) {
            return Outcome.refused(Refusal.of("organisation.credit_code_length", text.length()));
        }
        for (int place = 0; place < LENGTH; place++) {
            if (ALPHABET.indexOf(text.charAt(place)) < 0) {
                return Outcome.refused(Refusal.of(
                        "organisation.credit_code_character", String.valueOf(text.charAt(place)), place + 1));
            }
        }
        String division = text.substring(2, ORGANISATION_CODE_FROM);
        if (!division.chars().allMatch(character -> character <= '9')) {
            return Outcome.refused(Refusal.of("organisation.credit_code_division", division));
        }
        if (text.charAt(BODY) != checkCharacter(text)) {
            return Outcome.refused(Refusal.of("organisation.credit_code_check_digit", text));
        }
        String organisationCode = text.substring(ORGANISATION_CODE_FROM, BODY);
        if (organisationCode.charAt(8) != organisationCheckCharacter(organisationCode)) {
            return Outcome.refused(Refusal.of("organisation.credit_code_organisation_part", organisationCode));
        }
        return Outcome.accepted(text);
    }

    /** The check character that GB 32100 gives to the first seventeen characters. */
    static char checkCharacter(String body) {
        int sum = 0;
        for (int place = 0; place < BODY; place++) {
            sum += ALPHABET.indexOf(body.charAt(place)) * WEIGHTS[place];
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    /** The check character that GB 11714 gives to the first eight characters; letters count from A = 10 on there, without gaps. */
    static char organisationCheckCharacter(String body) {
        int sum = 0;
        for (int place = 0; place < ORGANISATION_CODE_WEIGHTS.length; place++) {
            sum += Character.digit(body.charAt(place), 36) * ORGANISATION_CODE_WEIGHTS[place];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}

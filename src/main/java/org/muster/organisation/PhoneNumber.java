package org.muster.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that somebody answers: a Chinese mobile ({@code 13812345678}), landline ({@code 0510-86781234-806}) or service number
 * ({@code 400-123-4567}) in the form people write at home, or any other as + and digits.
 */
public record PhoneNumber(String value) {

    private static final Pattern CHINA_PREFIX = Pattern.compile("^(?:\\+|00)86");
    private static final Pattern MOBILE = Pattern.compile("^(?:86)?0?(1[3-9]\\d{9})$");
    /** Three-digit area codes are 010 and 02x, all the others have four. */
    private static final Pattern LANDLINE =
            Pattern.compile("^0?(10|2\\d|[3-9]\\d{2})(\\d{7,8})(?:(?:x|ext|转)(\\d{1,6}))?$");

    private static final Pattern SERVICE = Pattern.compile("^([48]00)(\\d{3})(\\d{4})$");
    private static final Pattern INTERNATIONAL = Pattern.compile("^(?:\\+|00)([1-9]\\d{6,14})$");
    private static final Pattern EXTENSION = Pattern.compile("(?<=\\d{7})[-*#](\\d{1,6})$");

    public static Optional<PhoneNumber> read(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        String text = EXTENSION
                .matcher(folded.replaceAll("[\\p{Pd}]", "-"))
                .replaceFirst("x$1")
                .replaceAll("[\\s().-]", "");
        boolean fromAbroad = CHINA_PREFIX.matcher(text).find();
        String atHome = CHINA_PREFIX.matcher(text).replaceFirst("");
        Matcher mobile = MOBILE.matcher(atHome);
        if (mobile.matches()) {
            return Optional.of(new PhoneNumber(mobile.group(1)));
        }
        Matcher service = SERVICE.matcher(atHome);
        if (service.matches()) {
            return Optional.of(new PhoneNumber(service.group(1) + "-" + service.group(2) + "-" + service.group(3)));
        }
        // Without the leading 0 a landline is told from nonsense only by the country's prefix.
        Matcher landline = LANDLINE.matcher(atHome);
        if ((fromAbroad || atHome.startsWith("0")) && !atHome.startsWith("00") && landline.matches()) {
            String extension = landline.group(3) == null ? "" : "-" + landline.group(3);
            return Optional.of(new PhoneNumber("0" + landline.group(1) + "-" + landline.group(2) + extension));
        }
        Matcher international = INTERNATIONAL.matcher(text);
        if (!fromAbroad && international.matches()) {
            return Optional.of(new PhoneNumber("+" + international.group(1)));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

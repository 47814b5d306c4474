package org.muster.organisation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address that can plausibly receive mail; only a mail sent to it tells more. */
record EmailAddress(String value) {

    private static final Pattern PLAUSIBLE = Pattern.compile(
            "[^\\s@,;<>\"]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,24}");

    static Optional<EmailAddress> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return text.length() <= 254 && PLAUSIBLE.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

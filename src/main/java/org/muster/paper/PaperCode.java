package org.muster.paper;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What is printed on a paper and typed by whoever doubts it: twelve letters and figures, of which none looks like another. Sixty bits are beyond
 * guessing over a network.
 */
public record PaperCode(String value) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    public PaperCode {
        if (!value.matches("[" + LETTERS + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("No code of a paper: " + value);
        }
    }

    static PaperCode fresh(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new PaperCode(code.toString());
    }

    /** As it is typed: in small letters, with gaps, with O for 0 and I or L for 1. Throws {@link IllegalArgumentException} on anything else. */
    public static PaperCode of(String typed) {
        return new PaperCode(typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** In groups of four, as it is printed. */
    public String printed() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}

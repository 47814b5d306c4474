package org.muster.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text with width, case and the many dashes and blanks folded away ({@code ＫＮ９５　型} reads {@code kn95 型}), which still knows where
 * each letter stood in what was written.
 */
public final class FoldedText {

    /** The minus sign of mathematics. */
    private static final int MINUS = 0x2212;

    private final String written;
    private final String text;
    /** Where the written letters begin that a folded one came from; one more entry at the end. */
    private final int[] starts;

    private FoldedText(String written, String text, int[] starts) {
        this.written = written;
        this.text = text;
        this.starts = starts;
    }

    public static FoldedText of(String written) {
        StringBuilder folded = new StringBuilder(written.length());
        int[] starts = new int[written.length() + 1];
        for (int i = 0; i < written.length(); ) {
            int letter = written.codePointAt(i);
            String one = foldLetter(letter);
            if (folded.length() + one.length() >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2 + one.length());
            }
            Arrays.fill(starts, folded.length(), folded.length() + one.length(), i);
            folded.append(one);
            i += Character.charCount(letter);
        }
        starts[folded.length()] = written.length();
        return new FoldedText(written, folded.toString(), Arrays.copyOf(starts, folded.length() + 1));
    }

    /** The folded form alone. */
    public static String fold(String written) {
        return of(written).text;
    }

    /** This text with every run of blanks, hyphens and underscores as one blank: {@code non-woven} and {@code non  woven} are one. */
    public FoldedText spaced() {
        StringBuilder spaced = new StringBuilder(text.length());
        int[] from = new int[text.length() + 1];
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean separates = letter == ' ' || letter == '-' || letter == '_';
            if (!separates || !gap) {
                from[spaced.length()] = starts[i];
                spaced.append(separates ? ' ' : letter);
            }
            gap = separates;
        }
        from[spaced.length()] = written.length();
        return new FoldedText(written, spaced.toString(), Arrays.copyOf(from, spaced.length() + 1));
    }

    public String text() {
        return text;
    }

    public String written() {
        return written;
    }

    public int length() {
        return text.length();
    }

    /** Where the letter at this place of the folded text begins in the written one. */
    public int writtenStart(int index) {
        return starts[index];
    }

    /** Where the written letters end that come before this place of the folded text. */
    public int writtenEnd(int exclusiveEnd) {
        if (exclusiveEnd == 0) {
            return 0;
        }
        int last = starts[exclusiveEnd - 1];
        return last >= written.length() ? written.length() : written.offsetByCodePoints(last, 1);
    }

    /** What was written between two places of the folded text. */
    public String written(int start, int exclusiveEnd) {
        return start >= exclusiveEnd ? "" : written.substring(writtenStart(start), writtenEnd(exclusiveEnd));
    }

    private static String foldLetter(int letter) {
        if (letter < 0x80) {
            if (letter <= ' ') {
                return " ";
            }
            return String.valueOf((char) (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter));
        }
        String normal = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        int only = normal.isEmpty() ? letter : normal.codePointAt(0);
        if (normal.length() > Character.charCount(only)) {
            return normal;
        }
        if (Character.isWhitespace(only) || Character.isSpaceChar(only)) {
            return " ";
        }
        return Character.getType(only) == Character.DASH_PUNCTUATION || only == MINUS ? "-" : normal;
    }
}

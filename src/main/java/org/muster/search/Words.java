package org.muster.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, cut where the index cuts them: a Chinese character is one, a run of letters and digits is one. */
public final class Words {

    private static final Pattern TOKEN =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:[.'][\\p{L}\\p{N}&&[^\\p{IsHan}]]+)*");

    private Words() {}

    /** Full-width and other compatibility forms as their plain ones; the index has no filter for it, so both sides do it here. */
    public static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** The tokens in letters and digits, without Chinese characters. */
    public static List<String> latin(String text) {
        return tokens(text).stream().filter(token -> !isHan(token)).toList();
    }

    /** Whether a token is one Chinese character. */
    public static boolean isHan(String token) {
        return Character.UnicodeScript.of(token.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}

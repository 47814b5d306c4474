package org.muster.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** Text in a header as RFC 2047 writes it. Encoded even where it need not be, so that nothing in it means anything to a mail server. */
final class EncodedWords {

    /** With its frame below the 75 characters that one word may have. */
    private static final int BYTES_OF_A_WORD = 42;

    private EncodedWords() {}

    static String write(String text) {
        StringJoiner words = new StringJoiner("\r\n ");
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String character = Character.toString(text.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > BYTES_OF_A_WORD) {
                words.add(encoded(word.toString()));
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += more;
        }
        return words.add(encoded(word.toString())).toString();
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}

package org.muster.notification;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One letter to one address. What goes into a header is one line: whoever writes a line break into a name writes no header of their own.
 *
 * @param id the same for each attempt, so that a letter that came twice shows as one
 * @param languages as in {@code zh, en}
 */
public record Mail(UUID id, String toName, String address, String subject, String text, String languages) {

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private static final Pattern OTHER_CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    public Mail {
        toName = oneLine(toName);
        subject = oneLine(subject);
        text = OTHER_CONTROLS
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" ");
    }

    private static String oneLine(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ").strip();
    }
}

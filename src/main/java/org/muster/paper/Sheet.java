package org.muster.paper;

import java.util.List;

/**
 * A paper in words, as it is printed: the same on the screen and as PDF.
 *
 * @param number of the document
 * @param paragraphs what it says
 * @param header of the table of items
 * @param closing who is to be rung up, on whose word, when
 * @param proof how anybody may ask whether it is genuine
 */
public record Sheet(
        String title,
        String number,
        String addressee,
        List<String> paragraphs,
        List<String> header,
        List<List<String>> rows,
        List<String> closing,
        String proof,
        String banner) {

    public Sheet {
        paragraphs = List.copyOf(paragraphs);
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        closing = List.copyOf(closing);
    }

    /** The whole of it as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!banner.isEmpty()) {
            text.append(banner).append('\n');
        }
        text.append(title)
                .append('\n')
                .append(number)
                .append('\n')
                .append(addressee)
                .append('\n');
        paragraphs.forEach(line -> text.append(line).append('\n'));
        text.append(String.join(" | ", header)).append('\n');
        rows.forEach(row -> text.append(String.join(" | ", row)).append('\n'));
        closing.forEach(line -> text.append(line).append('\n'));
        return text.append(proof).append('\n').toString();
    }
}

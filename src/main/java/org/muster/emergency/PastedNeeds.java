package org.muster.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.muster.reference.Mention;
import org.muster.reference.TermKind;
import org.muster.reference.Terms;
import org.muster.shared.TradeNumber;

/**
 * Needs as they are written in chats: an institution, and what it needs, several of them in a line or below each other. Every line comes back
 * as a row, also one that nobody understands.
 */
final class PastedNeeds {

    static final int MOST_LINES = 2_000;

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern LEADING = Pattern.compile("^\\s*(?:[-*•·]|\\d{1,3}[.、)）])\\s*");

    /** What stands between an institution and what it needs. */
    private static final Pattern TRAILING =
            Pattern.compile("[\\s:：,，;；、。(（]*(?:急需|需要|需求|缺|needs?|requires?)?[\\s:：,，]*$");

    private PastedNeeds() {}

    static List<WrittenNeed> read(String text, Terms terms) {
        List<WrittenNeed> needs = new ArrayList<>();
        String above = "";
        int number = 0;
        for (String line : LINES.split(text)) {
            number++;
            String written = LEADING.matcher(line).replaceFirst("").strip();
            if (written.isEmpty()) {
                continue;
            }
            List<Mention> things = terms.mentions(written).stream()
                    .filter(mention -> isThing(mention.term().kind()))
                    .toList();
            if (things.isEmpty()) {
                boolean figure = !TradeNumber.findIn(written).isEmpty();
                if (!figure) {
                    // A line that names nothing to count names who needs what is below it.
                    above = TRAILING.matcher(written).replaceFirst("");
                    continue;
                }
                needs.add(row(number, needs.size() + 1, written, above, written, ""));
                continue;
            }
            String before = TRAILING.matcher(written.substring(0, things.get(0).start()))
                    .replaceFirst("");
            String institution = before.isBlank() || !TradeNumber.findIn(before).isEmpty() ? above : before.strip();
            above = institution;
            for (int i = 0; i < things.size(); i++) {
                int end = i + 1 < things.size() ? things.get(i + 1).start() : written.length();
                String behind = written.substring(things.get(i).end(), end);
                needs.add(row(
                        number,
                        needs.size() + 1,
                        written,
                        institution,
                        things.get(i).written(),
                        behind));
            }
        }
        return needs;
    }

    private static boolean isThing(TermKind kind) {
        return kind == TermKind.PRODUCT || kind == TermKind.MATERIAL || kind == TermKind.EQUIPMENT;
    }

    private static WrittenNeed row(int line, int row, String whole, String institution, String item, String behind) {
        List<TradeNumber> numbers = TradeNumber.findIn(behind);
        String amount = numbers.isEmpty() ? "" : numbers.get(0).written();
        return new WrittenNeed(
                row,
                line + ": " + whole,
                institution,
                "",
                "",
                "",
                "",
                item,
                behind.replaceAll("[,，;；。、\\s]+$", "").strip(),
                amount,
                "",
                "",
                "",
                "",
                "",
                "");
    }
}

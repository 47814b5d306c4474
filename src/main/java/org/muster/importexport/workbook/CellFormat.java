package org.muster.importexport.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;

/**
 * Writes a number as a person sees it: a day as a day, without the noise of binary fractions, and with the unit that only its number format holds
 * ({@code 0"件"}). Not rounded to the decimals shown: what is stored is what was meant.
 */
final class CellFormat {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|\\\\(.)");

    /** A format that shows thousands or ten thousands of what is stored; its 万 must not count twice. */
    private static final Pattern SCALED = Pattern.compile("[0#?]\\s*,+(?![0#?,])|[\\\\!]\\.|\"\\.\"");

    private CellFormat() {}

    static String text(double value, int index, String format, boolean since1904) {
        if (DateUtil.isValidExcelDate(value) && DateUtil.isADateFormat(index, format)) {
            return moment(DateUtil.getLocalDateTime(value, since1904), value);
        }
        String number = plain(value);
        String section = format.split(";", -1)[0];
        String bare = QUOTED.matcher(section).replaceAll("");
        if (bare.indexOf('%') >= 0) {
            return new BigDecimal(number).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        return number + (SCALED.matcher(section).find() ? "" : unitOf(section));
    }

    /** What a format writes behind the last digit, when it is a word. */
    private static String unitOf(String section) {
        int last = Math.max(section.lastIndexOf('0'), Math.max(section.lastIndexOf('#'), section.lastIndexOf('?')));
        if (last < 0) {
            return "";
        }
        StringBuilder unit = new StringBuilder();
        String behind = section.substring(last + 1).replaceAll("_.|\\*.|\\[[^\\]]*\\]", "");
        Matcher quoted = QUOTED.matcher(behind);
        int from = 0;
        while (quoted.find()) {
            unit.append(letters(behind.substring(from, quoted.start())));
            unit.append(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
            from = quoted.end();
        }
        unit.append(letters(behind.substring(from)));
        String word = unit.toString().strip();
        return word.codePoints().anyMatch(Character::isLetter) ? word : "";
    }

    /** Chinese letters need no quotation marks in a format; Latin ones mean something there. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{IsHan}/]", "");
    }

    /** As spreadsheets show it: fifteen digits, no exponent. */
    static String plain(double value) {
        BigDecimal number = new BigDecimal(NumberToTextConverter.toText(value));
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }

    private static String moment(LocalDateTime moment, double value) {
        if (value < 1) {
            return moment.toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm"));
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    }
}

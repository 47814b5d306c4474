package org.muster.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads trade numbers out of one text, from left to right, without going back further than one number. */
final class TradeNumberReader {

    /** Nobody trades in more digits; longer runs are card numbers and worse. */
    private static final int MOST_DIGITS = 30;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+");

    /** Standards, ISO dates, Chinese dates, mobile and fixed telephone numbers. */
    private static final Pattern NO_AMOUNT = Pattern.compile(
            "(?<![a-z])[a-z]{1,5}(?:/[a-z]{1,3})? ?\\d{2,6}(?:\\.\\d+)?[-:]\\d{2,4}(?!\\d)|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)"
                    + "|(?:\\d{2,4}年)?\\d{1,2}月\\d{1,2}[日号]|\\d{2,4}年(?:\\d{1,2}月)?|1[3-9]\\d{9}(?!\\d)|0\\d{2,3}-\\d{7,8}(?!\\d)");

    private static final Pattern BEFORE = Pattern.compile(
            "(?:大约|大概|大致|约|近|超过|不少于|至少|>=|≥|>|about |around |approx\\.? ?|approximately |ca\\.? ?|~) ?");
    private static final Pattern BEHIND = Pattern.compile(" ?(?:左右|上下|以上|多|余|\\+)");
    private static final Pattern CONNECTS = Pattern.compile(" ?(?:--?|~|至|到) ?| to ");
    private static final Pattern ENGLISH_MAGNITUDE = Pattern.compile(" ?(thousand|million|billion)(?![a-z])");

    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('零', 0),
            Map.entry('〇', 0),
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9),
            Map.entry('壹', 1),
            Map.entry('贰', 2),
            Map.entry('貳', 2),
            Map.entry('叁', 3),
            Map.entry('參', 3),
            Map.entry('肆', 4),
            Map.entry('伍', 5),
            Map.entry('陆', 6),
            Map.entry('陸', 6),
            Map.entry('柒', 7),
            Map.entry('捌', 8),
            Map.entry('玖', 9),
            Map.entry('两', 2),
            Map.entry('兩', 2));

    private static final Map<Character, BigDecimal> MAGNITUDES = Map.ofEntries(
            Map.entry('十', BigDecimal.TEN), Map.entry('拾', BigDecimal.TEN),
            Map.entry('百', new BigDecimal(100)), Map.entry('佰', new BigDecimal(100)),
            Map.entry('千', new BigDecimal(1000)), Map.entry('仟', new BigDecimal(1000)),
            Map.entry('万', new BigDecimal(10_000)), Map.entry('萬', new BigDecimal(10_000)),
            Map.entry('亿', new BigDecimal(100_000_000)), Map.entry('億', new BigDecimal(100_000_000)));

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private final FoldedText folded;
    private final String text;
    /** Where the number read last ends in the folded text. */
    private int foldedEnd;

    TradeNumberReader(String written) {
        this.folded = FoldedText.of(written);
        this.text = folded.text();
    }

    Optional<TradeNumber> whole() {
        int start = skipBlanks(0);
        TradeNumber number = number(start, true);
        if (number == null) {
            return Optional.empty();
        }
        return folded.written().substring(number.end()).isBlank() ? Optional.of(number) : Optional.empty();
    }

    Optional<TradeNumber> first() {
        return Optional.ofNullable(number(skipBlanks(0), true));
    }

    List<TradeNumber> all() {
        List<TradeNumber> found = new ArrayList<>();
        Matcher skipped = NO_AMOUNT.matcher(text);
        int nextSkip = skipped.find() ? skipped.start() : text.length();
        int i = 0;
        while (i < text.length()) {
            if (i >= nextSkip) {
                i = Math.max(i, skipped.end());
                nextSkip = skipped.find(i) ? skipped.start() : text.length();
                continue;
            }
            TradeNumber number = mayBegin(i) ? number(i, false) : null;
            if (number == null) {
                i++;
            } else {
                found.add(number);
                i = foldedEnd;
                if (i > nextSkip) {
                    nextSkip = skipped.find(i) ? skipped.start() : text.length();
                }
            }
        }
        return found;
    }

    /** Inside of a word or of another number no number begins. */
    private boolean mayBegin(int i) {
        char letter = text.charAt(i);
        if (i == 0) {
            return true;
        }
        char before = text.charAt(i - 1);
        if (isDigit(letter) || letter == '.') {
            return !isLatin(before)
                    && !isDigit(before)
                    && before != '第'
                    && !(letter == '.' && before == '.')
                    && !((before == '.' || before == '-') && i > 1 && (isLatin(text.charAt(i - 2)) || before == '.'));
        }
        return !DIGITS.containsKey(before)
                && !MAGNITUDES.containsKey(before)
                && before != '几'
                && before != '数'
                && before != '第';
    }

    private @Nullable TradeNumber number(int begin, boolean alone) {
        Matcher before = BEFORE.matcher(text).region(begin, text.length());
        boolean approximate = before.lookingAt();
        int i = approximate ? before.end() : begin;
        Figure first = figure(i);
        if (first == null) {
            return null;
        }
        UnitAt firstUnit = unitAt(first.end);
        Figure last = first;
        UnitAt lastUnit = firstUnit;
        int afterFirst = firstUnit == null ? first.end : firstUnit.end;
        Matcher connects = CONNECTS.matcher(text).region(afterFirst, text.length());
        if (connects.lookingAt() && first.isOne()) {
            Figure second = figure(connects.end());
            if (second != null && second.isOne()) {
                UnitAt secondUnit = unitAt(second.end);
                Figure from = sharing(first, second);
                boolean sameUnit = firstUnit == null || (secondUnit != null && firstUnit.unit.equals(secondUnit.unit));
                if (sameUnit && from.least.compareTo(second.most) <= 0) {
                    first = from;
                    last = second;
                    lastUnit = secondUnit;
                }
            }
        }
        int end = lastUnit == null ? last.end : lastUnit.end;
        BigDecimal least = first.least;
        BigDecimal most = last.most;
        if (lastUnit != null
                && first == last
                && text.startsWith("半", end)
                && least.stripTrailingZeros().scale() <= 0) {
            least = least.add(HALF);
            most = most.add(HALF);
            end++;
        }
        if (lastUnit == null && (last.needsUnit || (!alone && last.chinese && !(last.scaled && end - i > 1)))) {
            return null;
        }
        Matcher behind = BEHIND.matcher(text).region(end, text.length());
        if (behind.lookingAt()) {
            approximate = true;
            end = behind.end();
            if (lastUnit == null) {
                lastUnit = unitAt(end);
                end = lastUnit == null ? end : lastUnit.end;
            }
        }
        foldedEnd = end;
        return new TradeNumber(
                least,
                most,
                Optional.ofNullable(lastUnit).map(at -> at.unit),
                approximate || first.approximate || last.approximate,
                folded.writtenStart(begin),
                folded.writtenEnd(end),
                folded.written(begin, end));
    }

    /** "3-5万" is 30,000 to 50,000, while "500-1万" is 500 to 10,000. */
    private static Figure sharing(Figure first, Figure second) {
        if (first.scaled || !second.scaled || first.least.compareTo(second.mantissa) >= 0) {
            return first;
        }
        return first.times(second.most.divide(second.mantissa));
    }

    private @Nullable Figure figure(int i) {
        if (i >= text.length()) {
            return null;
        }
        char letter = text.charAt(i);
        if (isDigit(letter) || letter == '.') {
            return arabic(i);
        }
        if (letter == '半') {
            return new Figure(HALF, HALF, HALF, i + 1, false, true, false, true);
        }
        return chinese(i);
    }

    private @Nullable Figure arabic(int i) {
        Matcher literal = LITERAL.matcher(text).region(i, text.length());
        if (!literal.lookingAt() || literal.end() - i > MOST_DIGITS) {
            return null;
        }
        BigDecimal mantissa = new BigDecimal(literal.group().replace(",", ""));
        BigDecimal value = mantissa;
        BigDecimal magnitude = BigDecimal.ONE;
        boolean approximate = false;
        int end = literal.end();
        for (Step step = step(end); step != null; step = step(end)) {
            value = value.multiply(step.magnitude);
            magnitude = step.magnitude;
            approximate |= step.approximate;
            end = step.end;
            if (value.precision() - value.scale() > MOST_DIGITS) {
                return null;
            }
        }
        boolean scaled = end > literal.end();
        if (scaled) {
            Figure rest = remainder(end, magnitude);
            if (rest != null) {
                return new Figure(
                        value.add(rest.least),
                        value.add(rest.least),
                        mantissa,
                        rest.end,
                        true,
                        false,
                        approximate,
                        false);
            }
        }
        return new Figure(value, value, mantissa, end, scaled, false, approximate, false);
    }

    /** What follows a magnitude: 3万5 is 35,000, 3万5千 too, 1万2000 is 12,000. */
    private @Nullable Figure remainder(int i, BigDecimal magnitude) {
        if (i >= text.length() || !isDigit(text.charAt(i))) {
            return null;
        }
        Figure rest = arabic(i);
        if (rest == null || rest.least.scale() > 0) {
            return null;
        }
        if (!rest.scaled && rest.end - i == 1) {
            boolean closes = rest.end == text.length() || unitAt(rest.end) != null || !isLetter(text.charAt(rest.end));
            return closes && magnitude.compareTo(BigDecimal.TEN) > 0 ? rest.times(magnitude.movePointLeft(1)) : null;
        }
        return rest.least.compareTo(magnitude) < 0 ? rest : null;
    }

    private record Step(BigDecimal magnitude, int end, boolean approximate) {}

    private @Nullable Step step(int i) {
        Matcher english = ENGLISH_MAGNITUDE.matcher(text).region(i, text.length());
        if (english.lookingAt()) {
            BigDecimal magnitude = switch (english.group(1)) {
                case "thousand" -> new BigDecimal(1_000);
                case "million" -> new BigDecimal(1_000_000);
                default -> new BigDecimal(1_000_000_000);
            };
            return new Step(magnitude, english.end(), false);
        }
        int at = i;
        boolean approximate = false;
        if (at < text.length() && (text.charAt(at) == '多' || text.charAt(at) == '余' || text.charAt(at) == '来')) {
            approximate = true;
            at++;
        } else if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= text.length()) {
            return null;
        }
        char letter = text.charAt(at);
        BigDecimal magnitude = MAGNITUDES.get(letter);
        if (magnitude != null) {
            return new Step(magnitude, at + 1, approximate);
        }
        boolean last = at + 1 == text.length() || !(isLatin(text.charAt(at + 1)) || isDigitOfMore(at + 1));
        if (at == i && last && letter == 'w') {
            return new Step(TEN_THOUSAND, at + 1, false);
        }
        if (at == i && last && letter == 'k') {
            return new Step(new BigDecimal(1_000), at + 1, false);
        }
        return null;
    }

    /** 3w5 is 35,000 to the trade, 5k2000 is a model name. */
    private boolean isDigitOfMore(int i) {
        return isDigit(text.charAt(i))
                && i + 1 < text.length()
                && (isDigit(text.charAt(i + 1)) || isLatin(text.charAt(i + 1)));
    }

    private @Nullable Figure chinese(int i) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        int current = -1;
        BigDecimal last = BigDecimal.ONE;
        boolean scaled = false;
        boolean zero = false;
        boolean approximate = false;
        int at = i;
        while (at < text.length()) {
            char letter = text.charAt(at);
            Integer digit = DIGITS.get(letter);
            BigDecimal magnitude = MAGNITUDES.get(letter);
            if (letter == '廿' || letter == '卅') {
                if (at > i) {
                    break;
                }
                section = new BigDecimal(letter == '廿' ? 20 : 30);
                last = BigDecimal.TEN;
                scaled = true;
            } else if (digit != null) {
                boolean liang = letter == '两' || letter == '兩';
                if (current >= 0 || (liang && at > i && !scaled)) {
                    break;
                }
                Figure run = at == i ? runOfDigits(at) : null;
                if (run != null) {
                    return run;
                }
                if (liang && scaled && isUnitEnd(at)) {
                    break;
                }
                zero |= digit == 0 && at > i;
                current = digit == 0 && at > i ? -1 : digit;
            } else if (magnitude != null) {
                boolean bare = current < 0;
                if (bare && at == i && magnitude.compareTo(BigDecimal.TEN) != 0) {
                    return null;
                }
                if (magnitude.compareTo(TEN_THOUSAND) < 0) {
                    if (bare && at > i && section.signum() > 0) {
                        break;
                    }
                    section = section.add(magnitude.multiply(BigDecimal.valueOf(bare ? 1 : current)));
                } else {
                    BigDecimal whole = section.add(BigDecimal.valueOf(Math.max(current, 0)));
                    if (magnitude.compareTo(TEN_THOUSAND) > 0) {
                        total = total.add(whole).multiply(magnitude);
                    } else {
                        total = total.add(whole.multiply(magnitude));
                    }
                    if (whole.signum() == 0 && total.signum() == 0) {
                        return null;
                    }
                    section = BigDecimal.ZERO;
                }
                current = -1;
                last = magnitude;
                scaled = true;
                zero = false;
            } else if (letter == '点'
                    && current >= 0
                    && at + 1 < text.length()
                    && DIGITS.containsKey(text.charAt(at + 1))) {
                return decimal(i, total.add(section).add(BigDecimal.valueOf(current)), at + 1);
            } else if ((letter == '多' || letter == '余' || letter == '来')
                    && scaled
                    && at + 1 < text.length()
                    && MAGNITUDES.containsKey(text.charAt(at + 1))) {
                approximate = true;
            } else {
                break;
            }
            at++;
        }
        if (at == i) {
            return null;
        }
        BigDecimal tail = BigDecimal.valueOf(Math.max(current, 0));
        if (current > 0 && !zero && last.compareTo(BigDecimal.TEN) > 0) {
            tail = tail.multiply(last.movePointLeft(1));
        }
        BigDecimal value = total.add(section).add(tail);
        return value.signum() == 0 && scaled
                ? null
                : new Figure(value, value, scaled ? value.divide(last) : value, at, scaled, true, approximate, false);
    }

    /** 二〇二〇 is spelled out; 三五万 means thirty to fifty thousand; anything else is no run. */
    private @Nullable Figure runOfDigits(int i) {
        int end = i;
        while (end < text.length()
                && DIGITS.containsKey(text.charAt(end))
                && text.charAt(end) != '两'
                && text.charAt(end) != '兩') {
            end++;
        }
        if (end - i < 2 || end - i > MOST_DIGITS) {
            return null;
        }
        int first = DIGITS.getOrDefault(text.charAt(i), 0);
        int second = DIGITS.getOrDefault(text.charAt(i + 1), 0);
        Step step = step(end);
        if (end - i == 2 && first > 0 && first < second && step != null) {
            BigDecimal magnitude = BigDecimal.ONE;
            for (; step != null; step = step(end)) {
                magnitude = magnitude.multiply(step.magnitude);
                end = step.end;
            }
            return new Figure(
                    magnitude.multiply(BigDecimal.valueOf(first)),
                    magnitude.multiply(BigDecimal.valueOf(second)),
                    BigDecimal.valueOf(second),
                    end,
                    true,
                    true,
                    true,
                    false);
        }
        StringBuilder digits = new StringBuilder();
        for (int at = i; at < end; at++) {
            digits.append(DIGITS.get(text.charAt(at)));
        }
        BigDecimal value = new BigDecimal(digits.toString());
        return new Figure(value, value, value, end, false, true, false, false);
    }

    private Figure decimal(int begin, BigDecimal whole, int i) {
        StringBuilder digits = new StringBuilder("0.");
        int at = i;
        while (at < text.length() && DIGITS.containsKey(text.charAt(at)) && at - begin < MOST_DIGITS) {
            digits.append(DIGITS.get(text.charAt(at)));
            at++;
        }
        BigDecimal mantissa = whole.add(new BigDecimal(digits.toString()));
        BigDecimal value = mantissa;
        boolean scaled = false;
        for (Step step = step(at); step != null && value.precision() < MOST_DIGITS; step = step(at)) {
            value = value.multiply(step.magnitude);
            at = step.end;
            scaled = true;
        }
        return new Figure(value, value, mantissa, at, scaled, true, false, false);
    }

    private boolean isUnitEnd(int i) {
        return i + 1 == text.length()
                || !(DIGITS.containsKey(text.charAt(i + 1)) || MAGNITUDES.containsKey(text.charAt(i + 1)));
    }

    private record UnitAt(Unit unit, int end) {}

    private @Nullable UnitAt unitAt(int i) {
        int at = skipBlanks(i);
        if (text.startsWith("个月", at)) {
            return null;
        }
        // 三个小时 is three hours, not three items
        if (text.startsWith("个", at)) {
            Unit.Written time = Unit.longestAt(text, at + 1);
            if (time != null && time.unit().dimension().equals(Dimension.TIME)) {
                return new UnitAt(time.unit(), time.end());
            }
        }
        Unit.Written written = Unit.longestAt(text, at);
        return written == null ? null : new UnitAt(written.unit(), written.end());
    }

    private int skipBlanks(int i) {
        int at = i;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isLetter(char letter) {
        return Character.isLetterOrDigit(letter);
    }

    /**
     * @param mantissa what stood before the magnitude
     * @param scaled whether 十, 百, 千, 万, 亿, w, k … followed
     * @param needsUnit whether it is a number only before a unit
     */
    private record Figure(
            BigDecimal least,
            BigDecimal most,
            BigDecimal mantissa,
            int end,
            boolean scaled,
            boolean chinese,
            boolean approximate,
            boolean needsUnit) {

        boolean isOne() {
            return least.compareTo(most) == 0;
        }

        Figure times(BigDecimal factor) {
            return new Figure(
                    least.multiply(factor),
                    most.multiply(factor),
                    mantissa,
                    end,
                    true,
                    chinese,
                    approximate,
                    needsUnit);
        }
    }
}

package org.muster.shared;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one pack holds, as the trade writes it: {@code 100支/箱} is 100 in a carton, {@code 5L*4瓶/件} 20 litres in a piece,
 * {@code 10片/袋，50袋/箱} 500 in a carton, {@code 每箱2000只} and {@code 50 pcs per box} the same turned round. Exact.
 *
 * @param outer the pack
 * @param contents what one of it holds, in the innermost unit
 */
public record Pack(Unit outer, Quantity contents) {

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);
    private static final int LONGEST = 120;
    private static final int MOST_LEVELS = 5;

    private static final String NUMBER = "(\\d[\\d,]{0,14}(?:\\.\\d{1,6})?)";
    private static final String UNIT = "([\\p{IsHan}a-zμ²³㎡℃]{1,12})";

    /** 5L*4瓶/件, 100支/箱, 48人份/盒, 5kg*4/箱. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DIVIDED = Pattern.compile("(?:" + NUMBER + " ?" + UNIT + " ?[*x×] ?)?" + NUMBER + " ?"
            + UNIT + "? ?(?:/|每|per ?|in a ) ?(?:一|a )?" + UNIT);

    /** 每箱2000只, 一箱100支, 1箱=100支. */
    private static final Pattern EACH =
            Pattern.compile("(?:每|一|1 ?)" + UNIT + "? ?(?:装|有|含|=|:)? ?" + NUMBER + " ?" + UNIT);

    public Pack {
        if (contents.amount().signum() <= 0) {
            throw new IllegalArgumentException("A pack holds something: " + contents);
        }
    }

    /** The pack that this text is; empty for anything else. */
    public static Optional<Pack> parse(String text) {
        return text.isBlank() || text.length() > LONGEST ? Optional.empty() : read(text);
    }

    /** A pack that a running text speaks of. */
    public static Optional<Pack> findIn(String text) {
        return text.isBlank() ? Optional.empty() : read(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** So many packs, in what they hold. */
    public Quantity of(BigDecimal packs) {
        return new Quantity(contents.amount().multiply(packs), contents.unit());
    }

    /** Whether so many of this unit are so many of these packs. */
    public boolean isCountedIn(Unit unit) {
        return outer.equals(unit)
                || outer.dimension().equals(unit.dimension())
                        && outer.factor().compareTo(unit.factor()) == 0
                        && !unit.dimension().equals(contents.unit().dimension());
    }

    private static Optional<Pack> read(String text) {
        String seen = UNSEEN.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT))
                .replaceAll("");
        String folded = BLANKS.matcher(seen).replaceAll(" ").strip();
        List<Pack> levels = new ArrayList<>();
        Matcher divided = DIVIDED.matcher(folded);
        while (levels.size() < MOST_LEVELS && divided.find()) {
            divided(divided).ifPresent(levels::add);
        }
        Matcher each = EACH.matcher(folded);
        while (levels.isEmpty() && each.find()) {
            each(each).ifPresent(levels::add);
        }
        return levels.stream().reduce(Pack::within).filter(Pack::isBelievable);
    }

    private static Optional<Pack> divided(Matcher match) {
        Optional<Unit> outer = unit(match.group(5));
        Optional<Unit> inner = match.group(4) == null ? Optional.empty() : unit(match.group(4));
        Optional<BigDecimal> count = number(match.group(3));
        if (outer.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        if (match.group(1) == null) {
            return inner.flatMap(unit -> pack(outer.get(), count.get(), unit));
        }
        // 5L*4瓶/件: of the four bottles each holds five litres.
        return unit(match.group(2))
                .flatMap(unit ->
                        number(match.group(1)).flatMap(size -> pack(outer.get(), size.multiply(count.get()), unit)));
    }

    private static Optional<Pack> each(Matcher match) {
        if (match.group(1) == null) {
            return Optional.empty();
        }
        return unit(match.group(1))
                .flatMap(outer -> number(match.group(2))
                        .flatMap(count -> unit(match.group(3)).flatMap(inner -> pack(outer, count, inner))));
    }

    private static Optional<Pack> pack(Unit outer, BigDecimal count, Unit inner) {
        return count.signum() <= 0 || isTime(outer) || isTime(inner)
                ? Optional.empty()
                : Optional.of(new Pack(outer, new Quantity(count, inner)));
    }

    /** 10片/袋 within 50袋/箱, in whichever order they are told. */
    private static Pack within(Pack one, Pack other) {
        if (other.contents.unit().equals(one.outer)) {
            return new Pack(other.outer, one.of(other.contents.amount()));
        }
        return one.contents.unit().equals(other.outer) ? new Pack(one.outer, other.of(one.contents.amount())) : one;
    }

    /** 60吨/天 is an output, not a pack. */
    private static boolean isTime(Unit unit) {
        return unit.dimension().equals(Dimension.TIME);
    }

    private boolean isBelievable() {
        return contents.amount().compareTo(TOO_MUCH) < 0 && !outer.equals(contents.unit());
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text.replace(",", "")));
    }

    /** The longest beginning of these letters that is a unit, when it is all of them or what follows is no Latin letter. */
    private static Optional<Unit> unit(String letters) {
        for (int end = letters.length(); end > 0; end--) {
            boolean cutsWord =
                    end < letters.length() && isLatin(letters.charAt(end - 1)) && isLatin(letters.charAt(end));
            Optional<Unit> unit = cutsWord ? Optional.empty() : Unit.written(letters.substring(0, end));
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }
}

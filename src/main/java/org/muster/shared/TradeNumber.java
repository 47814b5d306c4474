package org.muster.shared;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number as people of the trade write it: {@code 20万只}, {@code ２０ｗ}, {@code 二十万}, {@code 1.5万}, {@code 198件}, {@code 3-5万},
 * {@code 1,000 pcs}, {@code 约两吨半}. Exact; a single number is a range of one.
 *
 * @param least the lower end, never negative
 * @param most the upper end, at least {@code least}
 * @param unit the unit written behind it, when there is one that we know
 * @param approximate whether it was said to be about so many
 * @param start where it begins in the text it was found in
 * @param end where it ends, its unit included
 * @param written the letters between the two
 */
public record TradeNumber(
        BigDecimal least,
        BigDecimal most,
        Optional<Unit> unit,
        boolean approximate,
        int start,
        int end,
        String written) {

    public TradeNumber {
        least = plain(least);
        most = plain(most);
        if (least.signum() < 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("Not a trade number: " + least + " to " + most);
        }
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The number that this text is, with or without a unit, and nothing besides; empty for anything else. */
    public static Optional<TradeNumber> parse(String text) {
        return new TradeNumberReader(text).whole();
    }

    /** The one amount that somebody typed, in the unit it names or else in this one; empty for a range and for anything else. */
    public static Optional<Quantity> amount(String typed, Unit otherwise) {
        return parse(typed).filter(number -> !number.isRange()).map(number -> number.leastIn(otherwise));
    }

    /** The number that this text begins with, whatever follows ({@code 5000捆扎带}: 5000 and the rest is the caller's). */
    public static Optional<TradeNumber> leading(String text) {
        return new TradeNumberReader(text).first();
    }

    /**
     * Every number in a running text, in order. Model names (N95), numbers of standards, telephone numbers and dates are none;
     * a number in Chinese numerals counts where a unit or 十, 百, 千, 万, 亿 follows, so that 一次性 and 三层 stay words.
     */
    public static List<TradeNumber> findIn(String text) {
        return new TradeNumberReader(text).all();
    }

    public boolean isRange() {
        return least.compareTo(most) < 0;
    }

    /** The amount when one was meant, not a range. */
    public Optional<BigDecimal> exactly() {
        return isRange() ? Optional.empty() : Optional.of(least);
    }

    /** The lower end with the unit written, or else with this one. */
    public Quantity leastIn(Unit otherwise) {
        return new Quantity(least, unit.orElse(otherwise));
    }
}

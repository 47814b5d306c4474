package org.muster.challenge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure that what is wanted has to keep, such as {@code 过滤效率 ≥ 95 %}.
 *
 * @param unit as written; a claim states its figure in the same
 */
public record Limit(String name, Bound bound, BigDecimal figure, String unit) {

    /** On which side of the figure it has to be. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*(?<name>\\S.{0,38}?)\\s*(?:(?<least>≥|>=|＞=|不低于|不少于|不小于|至少|at least)|(?<most>≤|<=|＜=|不高于|不超过|不大于|至多|at most))"
                    + "\\s*(?<figure>-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*(?<unit>\\S.{0,18}?)?\\s*",
            Pattern.CASE_INSENSITIVE);

    /** What a line says; empty where it cannot be read as a limit. */
    static Optional<Limit> read(String line) {
        Matcher written = WRITTEN.matcher(line);
        if (!written.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Limit(
                written.group("name"),
                written.group("least") != null ? Bound.AT_LEAST : Bound.AT_MOST,
                new BigDecimal(written.group("figure")),
                Optional.ofNullable(written.group("unit")).orElse("")));
    }

    public boolean isKeptBy(BigDecimal stated) {
        int compared = stated.compareTo(figure);
        return bound == Bound.AT_LEAST ? compared >= 0 : compared <= 0;
    }

    /** As people write it, and as {@link #read} understands it. */
    public String written() {
        return (name + " " + bound.sign() + " " + figure.toPlainString() + " " + unit).strip();
    }

    static String written(List<Limit> limits) {
        return String.join("\n", limits.stream().map(Limit::written).toList());
    }
}

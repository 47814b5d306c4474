package org.muster.importexport;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.importexport.Finding.Sentence;
import org.muster.shared.Dimension;
import org.muster.shared.Pack;
import org.muster.shared.Quantity;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/**
 * Understands what a list says a firm makes in a day. The unit is the one in the cell, else that of its own column, else the usual one of the
 * product, else the one chosen for the list; where that weighs or measures, it is flagged as an assumption. A bare 1 means "makes it, no figure".
 * What cannot be meant is flagged, and the suggestion is to enter the row without a figure.
 */
final class CapacityRule {

    static final BigDecimal ABSURD = new BigDecimal("1000000000");

    private static final int MOST_DECIMALS = 6;

    private static final Set<String> NOTHING =
            Set.of("-", "--", "—", "/", "\\", "无", "不详", "未知", "暂无", "n/a", "na", "none", "unknown");

    private static final Pattern A_DAY =
            Pattern.compile("(?i) ?(?:/|每|一|per ?|a )? ?(?:天|日|days?|d)$|^(?:每天|每日|日产|一天) ?");
    private static final Pattern NOT_A_DAY = Pattern.compile(
            "(?i)(?:/|每|一|per ?|a )(?:个)?(?:月|年|周|星期|小时|时|分钟|分|班|months?|years?|weeks?|hours?|hr|h|minutes?|min|shift)$"
                    + "|^(?:每月|月产|年产|每年|每小时|每周|每班)");

    private static final Set<Dimension> PIECES = Set.of(
            Dimension.COUNT,
            new Dimension("pair"),
            new Dimension("set"),
            new Dimension("group"),
            new Dimension("portion"));
    private static final Pattern BRACKETED = Pattern.compile("[(\\[【][^)\\]】]*[)\\]】]");
    private static final Set<Dimension> MEASURED =
            Set.of(Dimension.MASS, Dimension.LENGTH, Dimension.AREA, Dimension.VOLUME);

    /** Neither amount nor unit, or both; and what there is to say of it. */
    record Figure(@Nullable BigDecimal amount, @Nullable Unit unit, List<Finding> findings) {

        static Figure none(Finding... findings) {
            return new Figure(null, null, List.of(findings));
        }
    }

    private CapacityRule() {}

    /**
     * @param usual the unit in which the product is usually counted
     * @param chosen the unit chosen for the list
     */
    static Figure read(String cell, String unitCell, Optional<Unit> usual, Optional<Unit> chosen) {
        return read(cell, unitCell, Optional.empty(), usual, chosen);
    }

    /**
     * @param described what a pack of the product holds, as the row describes it
     */
    static Figure read(
            String cell, String unitCell, Optional<Pack> described, Optional<Unit> usual, Optional<Unit> chosen) {
        String written = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        if (written.isEmpty() || NOTHING.contains(written.toLowerCase(java.util.Locale.ROOT))) {
            return Figure.none(Finding.note(Column.CAPACITY, "no_capacity"));
        }
        if (NOT_A_DAY.matcher(written).find()
                || NOT_A_DAY.matcher(unitCell.strip()).find()) {
            return withoutFigure("capacity_not_a_day", cell, unitCell);
        }
        boolean negative = written.matches("[-−–－] ?[\\d.].*");
        String amountPart = withoutDay(negative ? written.substring(1) : written);
        Optional<TradeNumber> number = number(amountPart)
                // 500箱（100支/箱）
                .or(() -> number(BRACKETED.matcher(amountPart).replaceAll(" ").strip()));
        if (number.isEmpty()) {
            return withoutFigure("capacity_unreadable", cell);
        }
        BigDecimal amount = number.get().least();
        if (negative && amount.signum() > 0) {
            return withoutFigure("capacity_negative", cell);
        }
        if (amount.signum() == 0) {
            return withoutFigure("capacity_zero", cell);
        }
        List<Finding> findings = new ArrayList<>();
        OwnUnit own = OwnUnit.of(unitCell);
        if (own.unknown()) {
            return withoutFigure("unit_unknown", unitCell);
        }
        amount = amount.multiply(own.factor());
        Optional<Unit> inCell = number.get().unit();
        Optional<Unit> stated = inCell.or(own::unit);
        if (amount.compareTo(BigDecimal.ONE) == 0
                && own.factor().compareTo(BigDecimal.ONE) == 0
                && !number.get().isRange()
                && stated.filter(unit -> MEASURED.contains(unit.dimension())).isEmpty()) {
            return Figure.none(Finding.note(Column.CAPACITY, "one_means_no_figure"));
        }
        if (inCell.isPresent()
                && own.unit().isPresent()
                && !sameSize(inCell.get(), own.unit().get())) {
            return withoutFigure("units_differ", cell, unitCell);
        }
        Optional<Unit> unit = stated.or(() -> usual).or(() -> chosen);
        if (unit.isEmpty()) {
            return withoutFigure("no_unit", cell);
        }
        Optional<Pack> pack = Pack.parse(unitCell)
                .or(() -> Pack.findIn(cell))
                .or(() -> described)
                .filter(one -> stated.filter(one::isCountedIn).isPresent());
        if (pack.isPresent()) {
            Quantity inside = pack.get().of(amount);
            findings.add(Finding.note(
                    Column.CAPACITY,
                    "packs_counted",
                    plain(amount),
                    Sentence.unit(unit.get().code()),
                    plain(pack.get().contents().amount()),
                    Sentence.unit(pack.get().contents().unit().code())));
            amount = inside.amount();
            unit = Optional.of(inside.unit());
        }
        if (!fits(unit.get(), usual)) {
            return withoutFigure(
                    "unit_does_not_fit",
                    Sentence.unit(unit.get().code()),
                    usual.map(u -> Sentence.unit(u.code())).orElse(""));
        }
        if (amount.compareTo(ABSURD) >= 0) {
            return withoutFigure("capacity_absurd", cell);
        }
        if (amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
            return withoutFigure("capacity_unreadable", cell);
        }
        if (number.get().isRange()) {
            findings.add(Finding.flag(
                    Column.CAPACITY,
                    Sentence.of("capacity_is_a_range", cell),
                    Sentence.of(
                            "take_lower_end",
                            plain(amount),
                            Sentence.unit(unit.get().code()))));
        } else if (number.get().approximate()) {
            findings.add(Finding.note(Column.CAPACITY, "capacity_approximate", cell));
        }
        if (stated.isEmpty()) {
            String counted = Sentence.unit(unit.get().code());
            // Of pieces there is one kind; a weight may as well be meant in kilograms as in tonnes.
            findings.add(
                    usual.isPresent() && MEASURED.contains(unit.get().dimension())
                            ? Finding.flag(
                                    Column.CAPACITY,
                                    Sentence.of("unit_usual", counted),
                                    Sentence.of("take_usual_unit", plain(amount), counted))
                            : Finding.note(Column.CAPACITY, usual.isPresent() ? "unit_usual" : "unit_chosen", counted));
        }
        return new Figure(amount, unit.get(), findings);
    }

    private static Figure withoutFigure(String key, Object... args) {
        return Figure.none(Finding.flag(
                key.startsWith("unit_unknown") ? Column.UNIT : Column.CAPACITY,
                Sentence.of(key, args),
                Sentence.of("enter_without_figure")));
    }

    /** 吨/天 and 2万只/日 say once more what the column says. */
    private static String withoutDay(String text) {
        return A_DAY.matcher(text).replaceFirst("").strip();
    }

    private static Optional<TradeNumber> number(String text) {
        Optional<TradeNumber> number = TradeNumber.parse(text);
        if (number.isPresent()) {
            return number;
        }
        // spreadsheets write a large number as 1.2E+06
        if (text.matches("\\d+(?:\\.\\d+)?[eE]\\+?\\d{1,2}")) {
            return TradeNumber.parse(new BigDecimal(text).toPlainString());
        }
        return Optional.empty();
    }

    /** The unit column: 只, 万只, 吨/天, or 万 alone, which scales the number and leaves the unit open. */
    private record OwnUnit(BigDecimal factor, Optional<Unit> unit, boolean unknown) {

        private static final Pattern SCALED = Pattern.compile("^(万|萬|千|百|亿|億)(.*)$");

        static OwnUnit of(String cell) {
            String text =
                    withoutDay(Normalizer.normalize(cell, Normalizer.Form.NFKC).strip());
            if (text.isEmpty()) {
                return new OwnUnit(BigDecimal.ONE, Optional.empty(), false);
            }
            Optional<Unit> whole = Unit.written(text).or(() -> Pack.parse(text).map(Pack::outer));
            if (whole.isPresent()) {
                return new OwnUnit(BigDecimal.ONE, whole, false);
            }
            Matcher scaled = SCALED.matcher(text);
            if (scaled.matches()) {
                String rest = scaled.group(2).strip();
                Optional<Unit> unit = Unit.written(rest);
                return new OwnUnit(factor(scaled.group(1)), unit, !rest.isEmpty() && unit.isEmpty());
            }
            return new OwnUnit(BigDecimal.ONE, Optional.empty(), true);
        }

        private static BigDecimal factor(String magnitude) {
            return switch (magnitude) {
                case "百" -> new BigDecimal(100);
                case "千" -> new BigDecimal(1_000);
                case "亿", "億" -> new BigDecimal(100_000_000);
                default -> new BigDecimal(10_000);
            };
        }
    }

    private static boolean sameSize(Unit one, Unit other) {
        return one.dimension().equals(other.dimension()) && one.factor().compareTo(other.factor()) == 0;
    }

    /** Packs fit everything; what is counted is not weighed; nothing is turned out in hours or kilowatts. */
    static boolean fits(Unit unit, Optional<Unit> usual) {
        if (isPack(unit)) {
            return true;
        }
        boolean pieces = PIECES.contains(unit.dimension());
        if (!pieces && !MEASURED.contains(unit.dimension())) {
            return usual.filter(u -> u.dimension().equals(unit.dimension())).isPresent();
        }
        return usual.isEmpty()
                || isPack(usual.get())
                || pieces == PIECES.contains(usual.get().dimension());
    }

    private static boolean isPack(Unit unit) {
        return unit.dimension().name().startsWith("pack:");
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}

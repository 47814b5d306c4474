package org.muster.emergency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.reference.TermKind;
import org.muster.reference.Terms;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * Whether a need can be so. Each rule looks at one thing and says one sentence; what it flags waits for somebody's click and is never dropped.
 * Pure.
 */
final class Plausibility {

    /** One public list had a row of 10^14 face shields. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(9);

    /** Hospitals differ by a factor of ten easily. */
    private static final BigDecimal FAR_ABOVE = BigDecimal.valueOf(100);

    private final Terms terms;
    private final Places places;
    private final List<Place> areas;
    private final DailyUse use;
    private final LocalDate today;

    Plausibility(Terms terms, Places places, List<Place> areas, DailyUse use, LocalDate today) {
        this.terms = terms;
        this.places = places;
        this.areas = List.copyOf(areas);
        this.use = use;
        this.today = today;
    }

    /** What the need says of itself. */
    List<NeedFinding> of(ReadNeed need) {
        List<NeedFinding> findings = new ArrayList<>();
        outOfArea(need).ifPresent(findings::add);
        neededInPast(need).ifPresent(findings::add);
        packOpen(need).or(() -> unitDoesNotFit(need)).ifPresent(findings::add);
        tooLarge(need).ifPresent(findings::add);
        perHead(need).ifPresent(findings::add);
        singlePiece(need).ifPresent(findings::add);
        return findings;
    }

    /** Whoever coordinates one province does not serve another without knowing it. */
    Optional<NeedFinding> outOfArea(ReadNeed need) {
        return need.place()
                .filter(place -> areas.stream().noneMatch(area -> places.liesIn(place, area)))
                .map(place -> NeedFinding.of(NeedRule.OUT_OF_AREA, place.nameZh()));
    }

    Optional<NeedFinding> neededInPast(ReadNeed need) {
        return need.neededOn()
                .filter(day -> day.isBefore(today))
                .map(day -> NeedFinding.of(NeedRule.NEEDED_IN_PAST, day.toString()));
    }

    /** A carton of masks holds 1,000 or 2,500. */
    Optional<NeedFinding> packOpen(ReadNeed need) {
        return need.amount()
                .filter(amount -> NeedReader.isPack(amount.unit()))
                .map(amount -> NeedFinding.of(NeedRule.PACK_OPEN, amount.toString()));
    }

    /** Nobody wears tonnes of masks. Pieces, pairs and sets pass for each other, as people write them so. */
    Optional<NeedFinding> unitDoesNotFit(ReadNeed need) {
        Optional<Unit> usual = need.item().flatMap(NeedReader::usualUnit);
        return need.amount()
                .filter(amount -> usual.isPresent() && !fits(amount.unit(), usual.get()))
                .map(amount -> NeedFinding.of(
                        NeedRule.UNIT_DOES_NOT_FIT,
                        amount.toString(),
                        need.item().map(Term::zh).orElse(""),
                        usual.map(Unit::nameZh).orElse("")));
    }

    private static boolean fits(Unit written, Unit usual) {
        return written.dimension().equals(usual.dimension()) || isCounted(written) && isCounted(usual);
    }

    private static boolean isCounted(Unit unit) {
        String name = unit.dimension().name();
        return unit.dimension().equals(Dimension.COUNT)
                || name.equals("pair")
                || name.equals("set")
                || name.equals("group")
                || name.equals("portion");
    }

    Optional<NeedFinding> tooLarge(ReadNeed need) {
        return need.amount()
                .filter(amount -> amount.inBase().compareTo(TOO_LARGE) >= 0)
                .map(amount -> NeedFinding.of(NeedRule.TOO_LARGE, amount.toString()));
    }

    /** More a head and day than anybody uses up. Without a figure of people there is nothing to compare with. */
    Optional<NeedFinding> perHead(ReadNeed need) {
        if (need.amount().isEmpty()
                || need.staff().isEmpty()
                || need.item().isEmpty()
                || !isCounted(need.amount().get().unit())) {
            return Optional.empty();
        }
        Optional<BigDecimal> most = terms.withBroader(need.item().get()).stream()
                .flatMap(term -> use.most(term.key()).stream())
                .findFirst();
        int days = need.days().orElse(1);
        BigDecimal each = need.amount()
                .get()
                .inBase()
                .divide(BigDecimal.valueOf((long) need.staff().get() * days), 1, RoundingMode.HALF_UP);
        return most.filter(limit -> each.compareTo(limit) > 0)
                .map(limit -> NeedFinding.of(
                        NeedRule.PER_HEAD,
                        each.toPlainString(),
                        limit.toPlainString(),
                        String.valueOf(need.staff().get()),
                        String.valueOf(days)));
    }

    Optional<NeedFinding> singlePiece(ReadNeed need) {
        boolean consumable =
                need.item().filter(term -> term.kind() == TermKind.PRODUCT).isPresent();
        return need.amount()
                .filter(amount -> consumable
                        && isCounted(amount.unit())
                        && amount.inBase().compareTo(BigDecimal.ONE) == 0)
                .map(amount -> NeedFinding.of(NeedRule.SINGLE_PIECE));
    }

    /** A thousand times what everybody else asks for is a slip of the keyboard more often than a need. */
    static Optional<NeedFinding> farAboveOthers(Quantity amount, Usual usual) {
        return usual.count() >= 6 && amount.inBase().compareTo(usual.median().multiply(FAR_ABOVE)) > 0
                ? Optional.of(NeedFinding.of(
                        NeedRule.FAR_ABOVE_OTHERS,
                        amount.toString(),
                        String.valueOf(usual.count()),
                        usual.median().stripTrailingZeros().toPlainString()))
                : Optional.empty();
    }

    /** What is asked for of one thing, in base units: by how many, and what half of them stay below. */
    record Usual(int count, BigDecimal median) {

        static Usual of(List<BigDecimal> amounts) {
            return amounts.isEmpty()
                    ? new Usual(0, BigDecimal.ZERO)
                    : new Usual(
                            amounts.size(), amounts.stream().sorted().toList().get(amounts.size() / 2));
        }
    }
}

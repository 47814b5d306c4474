package org.muster.emergency;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muster.reference.Mention;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;
import org.muster.reference.Term;
import org.muster.reference.TermKind;
import org.muster.reference.Terms;
import org.muster.shared.Pack;
import org.muster.shared.Quantity;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/**
 * Understands rows of needs as hospitals write them: several things in one cell, figures with and without units, editions of standards that were
 * replaced or never existed. Nothing is refused; what is not understood is noticed.
 */
final class NeedReader {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[|｜/／、;；]|或者|或| or )\\s*");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Unit PIECE = Unit.of("piece");

    private final Terms terms;
    private final Places places;
    private final Standards standards;
    private final List<Place> areas;
    private final boolean oneMeansNeeded;
    private final Optional<Unit> usualUnit;
    private final LocalDate today;

    /**
     * @param areas where the emergency is: a county's name that several have is one of theirs
     * @param oneMeansNeeded whether a 1 in this list says that something is needed, not how much
     * @param usualUnit of figures without one; empty for the item's own
     */
    NeedReader(
            Terms terms,
            Places places,
            Standards standards,
            List<Place> areas,
            boolean oneMeansNeeded,
            Optional<Unit> usualUnit,
            LocalDate today) {
        this.terms = terms;
        this.places = places;
        this.standards = standards;
        this.areas = List.copyOf(areas);
        this.oneMeansNeeded = oneMeansNeeded;
        this.usualUnit = usualUnit;
        this.today = today;
    }

    ReadNeed read(WrittenNeed written) {
        List<NeedFinding> findings = new ArrayList<>();
        String institution = tidy(written.institution());
        if (institution.isEmpty()) {
            findings.add(NeedFinding.of(NeedRule.INSTITUTION_MISSING));
        }
        Optional<Place> place = place(written, institution, findings);
        List<Term> items = items(tidy(written.item()), findings);
        Optional<Term> item = items.stream().findFirst();
        List<Term> alternatives = items.isEmpty() ? List.of() : items.subList(1, items.size());
        if (!alternatives.isEmpty()) {
            findings.add(NeedFinding.of(
                    NeedRule.ALTERNATIVES, items.stream().map(Term::zh).collect(Collectors.joining("、"))));
        }
        List<String> cited = standards(written.specification() + " " + written.item(), findings);
        Optional<Quantity> amount = amount(written, item, findings);
        Optional<LocalDate> neededOn = day(tidy(written.neededOn()), findings);
        return new ReadNeed(
                written,
                institution,
                place,
                item,
                alternatives,
                cited,
                amount,
                neededOn,
                whole(written.staff(), findings),
                whole(written.days(), findings),
                findings);
    }

    static String tidy(String cell) {
        return cell.replaceAll("[\\p{Cf}]", "")
                .replaceAll("[\\s\\u00a0\\u3000]+", " ")
                .strip();
    }

    // ── Where ───────────────────────────────────────────────────────────────────

    /** The narrowest cell that names a place of ours; the institution's own name when none does. */
    private Optional<Place> place(WrittenNeed written, String institution, List<NeedFinding> findings) {
        List<String> narrowestFirst = new ArrayList<>();
        for (String cell : List.of(written.place(), written.county(), written.city(), written.province())) {
            if (!tidy(cell).isEmpty()) {
                narrowestFirst.add(tidy(cell));
            }
        }
        Optional<PlaceAnswer.Ambiguous> several = Optional.empty();
        List<Place> wider = new ArrayList<>(areas);
        for (int i = narrowestFirst.size() - 1; i >= 0; i--) {
            if (places.resolve(narrowestFirst.get(i)) instanceof PlaceAnswer.Found found) {
                wider.add(0, found.place());
            }
        }
        for (String cell : narrowestFirst) {
            PlaceAnswer answer = places.resolve(cell);
            if (answer instanceof PlaceAnswer.Found found) {
                return Optional.of(found.place());
            }
            if (answer instanceof PlaceAnswer.Ambiguous ambiguous) {
                Optional<Place> one = oneWithin(ambiguous, wider);
                if (one.isPresent()) {
                    return one;
                }
                several = several.or(() -> Optional.of(ambiguous));
            }
        }
        if (several.isPresent()) {
            findings.add(NeedFinding.of(
                    NeedRule.PLACE_AMBIGUOUS,
                    narrowestFirst.get(0),
                    several.get().candidates().stream()
                            .limit(4)
                            .map(one -> places.wholeName(one, Locale.CHINESE))
                            .collect(Collectors.joining("、"))));
            return Optional.empty();
        }
        Optional<Place> named = namedIn(institution);
        if (named.isEmpty()) {
            findings.add(NeedFinding.of(
                    NeedRule.PLACE_UNKNOWN, narrowestFirst.isEmpty() ? institution : String.join(" ", narrowestFirst)));
        }
        return named;
    }

    private Optional<Place> oneWithin(PlaceAnswer.Ambiguous several, List<Place> wider) {
        for (Place larger : wider) {
            List<Place> inside = several.candidates().stream()
                    .filter(one -> places.liesIn(one, larger))
                    .toList();
            if (inside.size() == 1) {
                return Optional.of(inside.get(0));
            }
        }
        return Optional.empty();
    }

    /** 武汉市第一医院 begins with its city; a place with its suffix counts, and only within the emergency's areas or as a city. */
    private Optional<Place> namedIn(String institution) {
        for (int end = Math.min(institution.length(), 12); end >= 2; end--) {
            PlaceAnswer answer = places.resolve(institution.substring(0, end));
            if (answer instanceof PlaceAnswer.Found found) {
                return Optional.of(found.place());
            }
            if (answer instanceof PlaceAnswer.Ambiguous several) {
                return oneWithin(several, areas);
            }
        }
        return Optional.empty();
    }

    // ── What ────────────────────────────────────────────────────────────────────

    private List<Term> items(String cell, List<NeedFinding> findings) {
        if (cell.isEmpty()) {
            findings.add(NeedFinding.of(NeedRule.ITEM_MISSING));
            return List.of();
        }
        Set<Term> found = new LinkedHashSet<>();
        // 84消毒液/消毒剂 are two words for one thing; 口罩 | 护目镜 are two things.
        terms.called(cell).ifPresent(found::add);
        if (found.isEmpty()) {
            for (String part : BETWEEN.split(cell)) {
                terms.called(part).or(() -> mainTerm(part)).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            findings.add(NeedFinding.of(NeedRule.ITEM_UNKNOWN, cell));
        }
        return List.copyOf(found);
    }

    /** Of several words the last one is the thing: 移动式 空气消毒机. */
    private Optional<Term> mainTerm(String part) {
        return terms.mentions(part).stream()
                .map(Mention::term)
                .filter(term -> term.kind() == TermKind.PRODUCT
                        || term.kind() == TermKind.MATERIAL
                        || term.kind() == TermKind.EQUIPMENT)
                .reduce((first, last) -> last);
    }

    private List<String> standards(String text, List<NeedFinding> findings) {
        List<String> cited = new ArrayList<>();
        for (Standards.Citation citation : standards.citations(text)) {
            if (citation.known().isEmpty()) {
                findings.add(NeedFinding.of(
                        NeedRule.EDITION_UNKNOWN,
                        citation.written(),
                        standards.editionsOf(citation.code()).stream()
                                .map(StandardEdition::designation)
                                .collect(Collectors.joining("、"))));
                cited.add(citation.code());
            } else if (citation.edition().isPresent()) {
                StandardEdition edition = citation.known().get(0);
                cited.add(edition.designation());
                if (!edition.inForceOn(today) && edition.successor().isPresent()) {
                    findings.add(NeedFinding.of(
                            NeedRule.EDITION_SUPERSEDED,
                            edition.designation(),
                            edition.successor().get()));
                }
            } else {
                cited.add(citation.code());
            }
        }
        List<String> codes = standards.citations(text).stream()
                .map(Standards.Citation::code)
                .distinct()
                .toList();
        for (int i = 1; i < codes.size(); i++) {
            if (standards.lookAlike(codes.get(0), codes.get(i))) {
                findings.add(NeedFinding.of(NeedRule.LOOK_ALIKES, codes.get(0), codes.get(i)));
            }
        }
        return cited.stream().distinct().toList();
    }

    // ── How much ────────────────────────────────────────────────────────────────

    private Optional<Quantity> amount(WrittenNeed written, Optional<Term> item, List<NeedFinding> findings) {
        String cell = tidy(written.amount());
        if (cell.isEmpty()) {
            findings.add(NeedFinding.of(NeedRule.NO_FIGURE));
            return Optional.empty();
        }
        Optional<TradeNumber> number = TradeNumber.parse(cell);
        if (number.isEmpty() || number.get().least().signum() <= 0) {
            findings.add(NeedFinding.of(NeedRule.AMOUNT_UNREADABLE, cell));
            return Optional.empty();
        }
        if (oneMeansNeeded
                && number.get()
                        .exactly()
                        .filter(one -> one.compareTo(BigDecimal.ONE) == 0)
                        .isPresent()) {
            findings.add(NeedFinding.of(NeedRule.NO_FIGURE));
            return Optional.empty();
        }
        if (number.get().isRange()) {
            findings.add(NeedFinding.of(NeedRule.RANGE, cell));
        }
        String said = tidy(written.unit());
        Optional<Unit> unit = said.isEmpty() ? Optional.empty() : Unit.written(said);
        if (!said.isEmpty() && unit.isEmpty()) {
            findings.add(NeedFinding.of(NeedRule.AMOUNT_UNREADABLE, cell + " " + said));
            return Optional.empty();
        }
        Unit otherwise = unit.or(() -> usualUnit)
                .or(() -> item.flatMap(NeedReader::usualUnit))
                .orElse(PIECE);
        Quantity stated = number.get().leastIn(otherwise);
        if (isPack(stated.unit())) {
            Optional<Pack> pack = Pack.findIn(written.specification())
                    .or(() -> Pack.findIn(written.amount()))
                    .filter(one -> one.isCountedIn(stated.unit()));
            if (pack.isPresent()) {
                Quantity pieces = pack.get().of(stated.amount());
                findings.add(NeedFinding.of(NeedRule.UNPACKED, stated.toString(), pieces.toString()));
                return Optional.of(pieces);
            }
        }
        return Optional.of(stated);
    }

    static boolean isPack(Unit unit) {
        return unit.dimension().name().startsWith("pack:");
    }

    static Optional<Unit> usualUnit(Term term) {
        return term.defaultUnit().flatMap(Unit::written);
    }

    private Optional<LocalDate> day(String cell, List<NeedFinding> findings) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(cell);
        if (day.lookingAt()) {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(day.group(1)),
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(3))));
            } catch (DateTimeException noSuchDay) {
                // said below
            }
        }
        findings.add(NeedFinding.of(NeedRule.DATE_UNREADABLE, cell));
        return Optional.empty();
    }

    private static Optional<Integer> whole(String cell, List<NeedFinding> findings) {
        String tidy = tidy(cell).replaceAll("[人天名日]$", "");
        if (tidy.isEmpty()) {
            return Optional.empty();
        }
        if (tidy.matches("[1-9]\\d{0,6}")) {
            return Optional.of(Integer.valueOf(tidy));
        }
        findings.add(NeedFinding.of(NeedRule.NUMBER_UNREADABLE, tidy(cell)));
        return Optional.empty();
    }
}

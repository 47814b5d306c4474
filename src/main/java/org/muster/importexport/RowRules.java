package org.muster.importexport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.muster.importexport.CapacityRule.Figure;
import org.muster.importexport.Finding.Sentence;
import org.muster.importexport.Finding.Weight;
import org.muster.importexport.PlaceRule.Whereabouts;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.Pack;
import org.muster.shared.Unit;

/** All the rules a row of a public list goes through, in the order of their findings. Pure: the same row reads the same every time. */
final class RowRules implements Reader {

    private static final int LONGEST_PRODUCT = 120;
    private static final int LONGEST_WORDS = 1_500;

    private static final Pattern FIRM =
            Pattern.compile("(?i)公司|厂|集团|合作社|经营部|研究院|研究所|中心|\\b(?:co|ltd|inc|corp|company|factory|works)\\b");

    private final Places places;
    private final PlaceRule placeRule;
    private final Function<String, Optional<Unit>> usualUnit;
    private final Mapping mapping;
    private final Optional<Unit> chosenUnit;

    /**
     * @param usualUnit the unit in which what a text speaks of is usually counted
     * @param chosenUnit the unit chosen for the whole list
     */
    RowRules(Places places, Function<String, Optional<Unit>> usualUnit, Mapping mapping, Optional<Unit> chosenUnit) {
        this.places = places;
        this.placeRule = new PlaceRule(places);
        this.usualUnit = usualUnit;
        this.mapping = mapping;
        this.chosenUnit = chosenUnit;
    }

    @Override
    public Reading read(Table.Line line, Table.Line written, boolean taken) {
        Reading reading = asItStands(line, taken);
        boolean doubtful =
                reading.isRefused() || (taken ? asItStands(line, false).isFlagged() : reading.isFlagged());
        return doubtful && !soundsLikeAFirm(mapping.cell(line, Column.NAME))
                ? shifted(written, taken).orElse(reading)
                : reading;
    }

    Reading read(Table.Line line, boolean taken) {
        return read(line, line, taken);
    }

    /** A row that makes no sense as it stands, and every sense one column further left or right, was typed into the wrong cells. */
    private Optional<Reading> shifted(Table.Line line, boolean taken) {
        List<List<String>> tries = new ArrayList<>();
        List<String> cells = line.cells();
        if (cells.size() > 1 && cells.get(0).isBlank()) {
            tries.add(cells.subList(1, cells.size()));
        }
        if (line.cell(mapping.columns().size() - 1).isBlank() && !mapping.overflows(line)) {
            List<String> right = new ArrayList<>(List.of(""));
            right.addAll(
                    cells.subList(0, Math.min(cells.size(), mapping.columns().size() - 1)));
            tries.add(right);
        }
        for (List<String> meant : tries) {
            Reading reading = asItStands(new Table.Line(line.number(), meant), false);
            Entry entry = reading.entry();
            if (entry != null && !reading.isFlagged() && soundsLikeAFirm(entry.name())) {
                Finding finding = Finding.flag(
                        null, Sentence.of("cells_shifted"), Sentence.of("take_shifted", String.join(" | ", meant)));
                List<Finding> findings = new ArrayList<>(List.of(taken ? finding.taken() : finding));
                findings.addAll(reading.findings());
                return Optional.of(new Reading(reading.entry(), findings));
            }
        }
        return Optional.empty();
    }

    private Reading asItStands(Table.Line line, boolean taken) {
        List<Finding> findings = new ArrayList<>();
        String name = mapping.cell(line, Column.NAME);
        String product = mapping.cell(line, Column.PRODUCT);
        String category = mapping.cell(line, Column.CATEGORY);
        String note = mapping.cell(line, Column.NOTE);
        checkName(name, findings);
        checkProduct(product, category, findings);
        if (mapping.overflows(line)) {
            findings.add(
                    Finding.refusal(null, "too_many_cells", mapping.columns().size()));
        }
        if (category.length() + note.length() > LONGEST_WORDS) {
            findings.add(Finding.refusal(Column.NOTE, "note_too_long", LONGEST_WORDS));
        }
        Whereabouts where = placeRule.read(
                mapping.cell(line, Column.PROVINCE),
                mapping.cell(line, Column.CITY),
                mapping.cell(line, Column.COUNTY),
                mapping.cell(line, Column.PLACE));
        findings.addAll(where.findings());
        Figure figure = CapacityRule.read(
                mapping.cell(line, Column.CAPACITY),
                mapping.cell(line, Column.UNIT),
                pack(line, product, note),
                usualUnit.apply(product).or(() -> usualUnit.apply(category)),
                chosenUnit);
        findings.addAll(figure.findings());
        List<Finding> said = taken ? findings.stream().map(Finding::taken).toList() : findings;
        Place place = where.place();
        if (place == null || said.stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL)) {
            return new Reading(null, said);
        }
        Unit unit = figure.unit();
        return new Reading(
                new Entry(
                        name,
                        place.code(),
                        places.province(place).code(),
                        product,
                        category,
                        note,
                        figure.amount(),
                        unit == null ? null : unit.code()),
                said);
    }

    private static boolean soundsLikeAFirm(String name) {
        return FIRM.matcher(name).find();
    }

    /** What a pack holds: in a column of its own, else where the product is described. */
    private Optional<Pack> pack(Table.Line line, String product, String note) {
        return Pack.parse(mapping.cell(line, Column.PACK))
                .or(() -> Pack.findIn(product))
                .or(() -> Pack.findIn(note));
    }

    private static void checkName(String name, List<Finding> findings) {
        if (name.isEmpty()) {
            findings.add(Finding.refusal(Column.NAME, "name_missing"));
        } else if (name.length() < NameRule.SHORTEST || name.length() > NameRule.LONGEST) {
            findings.add(Finding.refusal(Column.NAME, "name_length", NameRule.SHORTEST, NameRule.LONGEST));
        } else if (name.codePoints().noneMatch(Character::isLetter)) {
            findings.add(Finding.refusal(Column.NAME, "name_without_letters", name));
        } else {
            NameRule.meant(name).ifPresent(meant -> findings.add(Finding.note(Column.NAME, "name_cut_off", meant)));
        }
    }

    private static void checkProduct(String product, String category, List<Finding> findings) {
        if (product.isEmpty()) {
            findings.add(Finding.refusal(Column.PRODUCT, "product_missing"));
        } else if (product.length() > LONGEST_PRODUCT) {
            findings.add(Finding.refusal(Column.PRODUCT, "product_too_long", LONGEST_PRODUCT));
        } else if (product.length() + category.length() < 2) {
            findings.add(Finding.refusal(Column.PRODUCT, "product_too_short", product));
        } else if (product.codePoints().noneMatch(Character::isLetterOrDigit)) {
            findings.add(Finding.refusal(Column.PRODUCT, "product_missing"));
        }
    }
}

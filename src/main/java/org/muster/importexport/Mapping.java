package org.muster.importexport;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.shared.Refusal;

/**
 * Which column each heading of a list stands for.
 *
 * @param asAbove the columns, by number, in which a blank cell means what the row above says
 */
record Mapping(List<Column> columns, Set<Integer> asAbove) {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s\\u00a0\\u3000]+");

    Mapping {
        columns = List.copyOf(columns);
        asAbove = Set.copyOf(asAbove);
    }

    Mapping(List<Column> columns) {
        this(columns, Set.of());
    }

    /** What is wrong with it; nothing when rows can be read by it. */
    List<Refusal> refusals(Purpose purpose) {
        List<Refusal> reasons = new ArrayList<>(purpose == Purpose.OWN ? refusalsOfOwn() : refusalsOfPublicList());
        for (int i = 0; i < columns.size(); i++) {
            int first = columns.indexOf(columns.get(i));
            if (first < i && !columns.get(i).mayRepeat()) {
                reasons.add(Refusal.at("column-" + i, "importexport.column_mapped_twice", first + 1, i + 1));
            }
        }
        return reasons;
    }

    private List<Refusal> refusalsOfOwn() {
        return columns.contains(Column.LISTING) || columns.contains(Column.TITLE) || columns.contains(Column.PRODUCT)
                ? List.of()
                : List.of(Refusal.at("columns", "importexport.title_not_mapped"));
    }

    private List<Refusal> refusalsOfPublicList() {
        List<Refusal> reasons = new ArrayList<>();
        if (!columns.contains(Column.NAME)) {
            reasons.add(Refusal.at("columns", "importexport.name_not_mapped"));
        }
        if (!columns.contains(Column.PRODUCT)) {
            reasons.add(Refusal.at("columns", "importexport.product_not_mapped"));
        }
        if (columns.stream().noneMatch(Column::saysWhere)) {
            reasons.add(Refusal.at("columns", "importexport.place_not_mapped"));
        }
        return reasons;
    }

    /** The cell of this column; several cells of one column are read one after the other. */
    String cell(Table.Line line, Column column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i) == column)
                .mapToObj(i -> tidy(line.cell(i)))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining("；"));
    }

    /** Cells beyond the last heading that hold something: nobody can say what they stand for. */
    boolean overflows(Table.Line line) {
        return line.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
    }

    /** The cell of this column as it stands, line breaks and all. */
    String whole(Table.Line line, Column column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : UNSEEN.matcher(line.cell(at)).replaceAll("").strip();
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    /** Without blanks around it, line breaks in it, or letters nobody sees. */
    static String tidy(String cell) {
        return BLANKS.matcher(UNSEEN.matcher(cell).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}

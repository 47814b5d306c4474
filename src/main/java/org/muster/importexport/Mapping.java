package org.muster.importexport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.shared.Refusal;

/** Which column each heading of a list stands for. */
record Mapping(List<Column> columns) {

    Mapping {
        columns = List.copyOf(columns);
    }

    /** What is wrong with it; nothing when rows can be read by it. */
    List<Refusal> refusals() {
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
        for (int i = 0; i < columns.size(); i++) {
            int first = columns.indexOf(columns.get(i));
            if (first < i && !columns.get(i).mayRepeat()) {
                reasons.add(Refusal.at("column-" + i, "importexport.column_mapped_twice", first + 1, i + 1));
            }
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

    /** Without blanks around it, line breaks in it, or letters nobody sees. */
    private static String tidy(String cell) {
        return cell.replaceAll("\\p{Cf}", "")
                .replaceAll("[\\p{Cc}\\s\\u00a0\\u3000]+", " ")
                .strip();
    }
}

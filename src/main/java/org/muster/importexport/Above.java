package org.muster.importexport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what blank cells mean where a list says a thing once for all the rows below it. Asked for every row, from the first to the last. */
final class Above {

    private final Mapping mapping;
    private final Map<Integer, String> last = new HashMap<>();

    Above(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @param columns those that were blank and are filled now */
    record Filled(Table.Line line, List<Column> columns) {}

    Filled fill(Table.Line line) {
        if (mapping.asAbove().isEmpty() || line.cells().stream().allMatch(String::isBlank)) {
            return new Filled(line, List.of());
        }
        List<String> cells = new ArrayList<>(line.cells());
        List<Column> filled = new ArrayList<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            if (!mapping.asAbove().contains(i)) {
                continue;
            }
            String own = Mapping.tidy(line.cell(i));
            if (!own.isEmpty()) {
                last.put(i, own);
            } else if (last.containsKey(i)) {
                while (cells.size() <= i) {
                    cells.add("");
                }
                cells.set(i, last.get(i));
                filled.add(mapping.columns().get(i));
            }
        }
        return new Filled(new Table.Line(line.number(), cells), filled);
    }
}

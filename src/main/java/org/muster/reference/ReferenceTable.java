package org.muster.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table of facts that ships with the product: {@code reference/<name>.csv}, UTF-8, a header row, quoted where needed (RFC 4180). */
final class ReferenceTable {

    /** One row; cells go by the names in the header. */
    record Row(Map<String, Integer> columns, List<String> cells) {

        String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalStateException("No column is called " + column);
            }
            return index < cells.size() ? cells.get(index).strip() : "";
        }

        Optional<String> optional(String column) {
            String text = text(column);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        /** Several values in one cell, parted by bars. */
        List<String> list(String column) {
            return Stream.of(text(column).split("\\|"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    private ReferenceTable() {}

    static List<Row> read(String name) {
        String path = "/reference/" + name + ".csv";
        try (InputStream in = ReferenceTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The product lacks " + path);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> parse(String text) {
        List<List<String>> lines = lines(text);
        Map<String, Integer> columns = new HashMap<>();
        List<String> header = lines.get(0);
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip(), i);
        }
        return lines.stream().skip(1).map(cells -> new Row(columns, cells)).toList();
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (letter == ',') {
                cells.add(take(cell));
            } else if (letter == '\n') {
                cells.add(take(cell));
                add(lines, cells);
                cells = new ArrayList<>();
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        cells.add(take(cell));
        add(lines, cells);
        return lines;
    }

    private static void add(List<List<String>> lines, List<String> cells) {
        if (cells.size() > 1 || !cells.get(0).isBlank()) {
            lines.add(List.copyOf(cells));
        }
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}

package org.muster.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** One file of the demo, {@code demo/<name>.csv}; several values of a cell are parted by bars. */
final class DemoTable {

    /** One row; a column that is not there is a mistake, an empty cell says nothing. */
    record Row(NamedCsvRecord cells) {

        String text(String column) {
            return cells.getField(column).strip();
        }

        Optional<String> said(String column) {
            return Optional.of(text(column)).filter(value -> !value.isEmpty());
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        Optional<Integer> numberSaid(String column) {
            return said(column).map(Integer::valueOf);
        }

        List<String> list(String column) {
            return Stream.of(text(column).split("\\|"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }

        Optional<Quantity> quantity(String column) {
            return said(column).map(DemoTable::quantity);
        }
    }

    private DemoTable() {}

    static List<Row> read(String name) {
        String path = "/demo/" + name + ".csv";
        try (InputStream file = DemoTable.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The demo lacks " + path);
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return rows.stream().map(Row::new).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 1000 zhi}. */
    static Quantity quantity(String written) {
        String[] parts = written.strip().split(" ");
        return new Quantity(new BigDecimal(parts[0]), unit(parts[1]));
    }

    static Unit unit(String written) {
        return Unit.written(written).orElseThrow(() -> new IllegalArgumentException("No unit is written " + written));
    }
}

package org.muster.importexport.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.muster.importexport.Table;
import org.muster.shared.Outcome;

class CsvFilesProperties {

    private final CsvFiles files = new CsvFiles();

    @Property
    void what_is_handed_back_comes_in_again_as_it_was(@ForAll("rows") List<List<String>> rows) {
        Outcome<Table> read = files.read(files.write(List.of("省", "厂商名称", "规格"), rows))
                .fold(book -> Table.in(book, ""), Outcome::<Table>refused);

        assertThat(read.fold(Table::lines, reasons -> List.<Table.Line>of()))
                .extracting(Table.Line::cells)
                .isEqualTo(rows);
    }

    @Property
    void whatever_is_uploaded_is_read_or_refused(@ForAll byte[] file) {
        assertThat(files.read(file)
                        .fold(book -> Table.in(book, ""), Outcome::<Table>refused)
                        .<Boolean>fold(table -> !table.lines().isEmpty(), reasons -> !reasons.isEmpty()))
                .isTrue();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "医用口罩", "1", "２０万只", "-5", "=1+1", "'=1", "''@x", "+86", "'", "\"", "a,b", "a;b\tc")),
                Tuple.of(
                        1, Arbitraries.strings().withChars("口罩=+-@'\",;\t\n 1a").ofMaxLength(12)));
        return cell.list()
                .ofSize(3)
                .filter(row -> row.stream().anyMatch(one -> !one.isBlank()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}

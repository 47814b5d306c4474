package org.muster.importexport.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.importexport.Column;
import org.muster.importexport.Finding;
import org.muster.importexport.Finding.Sentence;
import org.muster.importexport.Finding.Weight;
import org.muster.importexport.ReturnedRow;
import org.muster.importexport.RowOutcome;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Refusals;

/** Findings in the reader's words: the cell as the file names it, what was found, what to do. */
record FindingWords(Places places, ImportMessages messages, Locale locale, List<String> headers, List<Column> columns) {

    /** The cell that a finding speaks of, as the file has it: 市“西安市”; empty when it speaks of the row. */
    String cell(Finding finding, String content) {
        Column column = finding.column();
        if (column == null) {
            return "";
        }
        String heading = heading(column);
        return content.isEmpty() ? messages.cell_blank(heading) : messages.cell(heading, content);
    }

    String sentence(Finding finding) {
        return said(finding.sentence());
    }

    String suggestion(Finding finding) {
        Sentence suggestion = finding.suggestion();
        return suggestion == null ? "" : said(suggestion);
    }

    /** Why a row is handed back, in one cell. */
    String reason(ReturnedRow row) {
        String reasons = row.findings().stream()
                .filter(finding -> finding.weight() != Weight.NOTE)
                .map(finding -> reason(finding, row.cells()))
                .collect(Collectors.joining(messages.between_reasons()));
        if (row.outcome() == RowOutcome.NOT_RUN) {
            return said("importexport.not_run");
        }
        return row.outcome() == RowOutcome.FLAGGED ? said("importexport.flag_not_decided") + " " + reasons : reasons;
    }

    private String reason(Finding finding, List<String> cells) {
        Column column = finding.column();
        String said =
                sentence(finding) + (finding.suggestion() == null ? "" : messages.suggestion(suggestion(finding)));
        return column == null ? said : messages.cell_and_sentence(cell(finding, content(column, cells)), said);
    }

    private String content(Column column, List<String> cells) {
        return IntStream.range(0, Math.min(cells.size(), columns.size()))
                .filter(i -> columns.get(i) == column)
                .mapToObj(cells::get)
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** As the file calls it; a column that the file has not goes by our own name. */
    private String heading(Column column) {
        int index = columns.indexOf(column);
        return index < 0 || headers.get(index).isBlank() ? messages.column(column) : headers.get(index);
    }

    private String said(Sentence sentence) {
        String key = sentence.key().indexOf('.') > 0 ? sentence.key() : "importexport." + sentence.key();
        return said(key, sentence.args().stream().map(this::named).toArray());
    }

    private String said(String key, Object... args) {
        return Refusals.text(Refusal.of(key, args), locale);
    }

    private Object named(String argument) {
        if (argument.startsWith(Sentence.PLACE)) {
            return place(argument.substring(Sentence.PLACE.length()));
        }
        return argument.startsWith(Sentence.UNIT)
                ? Unit.of(argument.substring(Sentence.UNIT.length())).name(locale)
                : argument;
    }

    String place(@Nullable String code) {
        return code == null
                ? ""
                : places.byCode(code).map((Place place) -> place.name(locale)).orElse(code);
    }
}

package org.muster.importexport.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.importexport.Column;
import org.muster.importexport.ColumnGuess;
import org.muster.importexport.FileKind;
import org.muster.importexport.Finding;
import org.muster.importexport.ImportState;
import org.muster.importexport.ImportSummary;
import org.muster.importexport.ImportView;
import org.muster.importexport.Purpose;
import org.muster.importexport.RowOutcome;
import org.muster.importexport.RowView;
import org.muster.importexport.Table;
import org.muster.reference.Places;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Pager;

/** What the import pages show, with every decision taken. */
final class ImportPages {

    /** Those that lists of the trade are written in, the most usual first. */
    private static final List<String> UNITS = List.of(
            "zhi",
            "item",
            "piece",
            "stem",
            "set",
            "machine",
            "pair",
            "box",
            "carton",
            "bottle",
            "roll",
            "tonne",
            "kilogram",
            "litre",
            "metre",
            "square_metre");

    private ImportPages() {}

    // ── Upload ──────────────────────────────────────────────────────────────────

    /**
     * @param received the id of a file that was taken in while the rest of the form was refused
     */
    record UploadForm(
            Purpose purpose,
            String source,
            String sourceDate,
            String defaultUnit,
            String sheet,
            String received,
            String receivedName) {
        static UploadForm blank(Purpose purpose) {
            return new UploadForm(purpose, "", "", "", "", "", "");
        }

        public boolean own() {
            return purpose == Purpose.OWN;
        }
    }

    record Start(
            UploadForm form,
            List<Choice> units,
            List<Refusal> refusals,
            List<ImportLine> imports,
            Pager pager,
            boolean ofAll,
            boolean ofBoth) {}

    record ImportLine(ImportSummary summary, Look look) {}

    static List<ImportLine> lines(List<ImportSummary> imports) {
        return imports.stream()
                .map(one -> new ImportLine(one, look(one.state())))
                .toList();
    }

    static List<Choice> units(Locale locale) {
        return UNITS.stream()
                .map(Unit::of)
                .map(unit -> Choice.of(unit.code(), unit.name(locale)))
                .toList();
    }

    // ── Columns ─────────────────────────────────────────────────────────────────

    /** @param field the id of its choice, as refusals name it */
    record ColumnLine(
            int index,
            String field,
            String heading,
            List<String> samples,
            List<Choice> choices,
            Column chosen,
            boolean hasBlanks,
            boolean asAbove) {}

    record Columns(
            ImportView job,
            String format,
            String unit,
            String sheets,
            String leftOut,
            List<ColumnLine> columns,
            boolean remembered,
            List<Refusal> refusals) {}

    static Columns columns(
            ImportView job,
            List<ColumnGuess> guesses,
            @Nullable List<Column> chosen,
            Set<Integer> above,
            List<Refusal> refusals,
            ImportMessages messages,
            Locale locale) {
        List<Choice> choices = Stream.of(Column.values())
                .filter(column -> column.fits(job.purpose()))
                .map(column -> Choice.of(column, messages.column(column)))
                .toList();
        List<ColumnLine> lines = new ArrayList<>();
        for (ColumnGuess guess : guesses) {
            lines.add(new ColumnLine(
                    guess.index(),
                    "column-" + guess.index(),
                    guess.heading().isBlank() ? messages.nameless_column(guess.index() + 1) : guess.heading(),
                    guess.samples(),
                    choices,
                    chosen == null ? guess.guess() : chosen.get(guess.index()),
                    guess.hasBlanks(),
                    chosen == null ? guess.asAbove() : above.contains(guess.index())));
        }
        return new Columns(
                job,
                format(job, messages),
                unit(job, locale),
                sheets(job, messages),
                leftOut(job, messages),
                lines,
                chosen == null && guesses.stream().anyMatch(ColumnGuess::remembered),
                refusals);
    }

    // ── The import ──────────────────────────────────────────────────────────────

    /** A word, an icon and a tone. */
    record Look(String icon, String tone) {}

    record Tab(String word, String count, String url, boolean current, Look look) {}

    record FindingLine(String cell, String sentence, String suggestion, Look look) {}

    record RowLine(
            int number,
            String at,
            String name,
            @Nullable String nameUrl,
            String place,
            String product,
            @Nullable String productUrl,
            @Nullable Quantity quantity,
            String written,
            String outcome,
            Look look,
            List<FindingLine> findings,
            boolean choosable) {}

    /**
     * @param step the step shown as the present one; 0 for none
     * @param entered whether there is something that buyers can find now
     */
    record Job(
            ImportView job,
            String title,
            int step,
            String lead,
            boolean entered,
            boolean finished,
            boolean nothingToRun,
            List<Tab> tabs,
            List<RowLine> rows,
            Pager pager,
            List<Refusal> refusals,
            boolean working,
            boolean mayRun,
            boolean choosable,
            boolean undoable,
            String format,
            String unit,
            String sheets,
            String leftOut,
            String kind,
            boolean own,
            String total,
            String progress,
            String toEnter,
            String flagged,
            String notEntered) {}

    static Job job(
            ImportView job,
            List<RowView> rows,
            Optional<RowOutcome> filter,
            Pager pager,
            List<Refusal> refusals,
            ImportMessages messages,
            FindingWords words) {
        boolean mayDecide = job.mayDecide();
        List<RowLine> lines = rows.stream()
                .map(row -> line(job, row, mayDecide, messages, words))
                .toList();
        ImportState state = job.state();
        return new Job(
                job,
                title(state, messages),
                step(state),
                lead(job, messages),
                state == ImportState.DONE,
                state == ImportState.DONE || state == ImportState.CANCELLED,
                state == ImportState.CHECKED && job.toEnter() == 0,
                tabs(job, filter, messages),
                lines,
                pager,
                refusals,
                job.state().isWorking(),
                job.state() == ImportState.CHECKED && job.toEnter() > 0,
                lines.stream().anyMatch(RowLine::choosable),
                rows.stream().anyMatch(row -> row.decided() && !row.done()),
                format(job, messages),
                unit(job, words.locale()),
                sheets(job, messages),
                leftOut(job, messages),
                job.kind().name(),
                job.purpose() == Purpose.OWN,
                figure(job.rowCount()),
                figure(job.progress()),
                figure(job.toEnter()),
                figure(job.count(RowOutcome.FLAGGED)),
                figure(job.notEntered()));
    }

    private static String title(ImportState state, ImportMessages messages) {
        return switch (state) {
            case CHECKING -> messages.checking_title();
            case RUNNING -> messages.running_title();
            case DONE -> messages.done_title();
            case CANCELLED -> messages.cancelled_title();
            case RECEIVED, UPLOADED, CHECKED -> messages.checked_title();
        };
    }

    private static int step(ImportState state) {
        return switch (state) {
            case RECEIVED -> 1;
            case UPLOADED -> 2;
            case CHECKING, CHECKED -> 3;
            case RUNNING -> 4;
            case DONE -> 5;
            case CANCELLED -> 0;
        };
    }

    private static String lead(ImportView job, ImportMessages messages) {
        return switch (job.state()) {
            case DONE ->
                job.purpose() == Purpose.OWN
                        ? messages.own_done_lead(figure(job.done()))
                        : messages.done_lead(figure(job.done()), figure(job.newOrganisations()));
            case CANCELLED -> messages.cancelled_lead(figure(job.done()));
            default -> job.done() > 0 ? messages.checked_again_lead(figure(job.toEnter())) : messages.checked_lead();
        };
    }

    private static List<Tab> tabs(ImportView job, Optional<RowOutcome> filter, ImportMessages messages) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(
                messages.all_rows(),
                figure(job.rowCount()),
                url(job, Optional.empty(), 1),
                filter.isEmpty(),
                new Look("list", "grey")));
        for (RowOutcome outcome : RowOutcome.values()) {
            boolean always = outcome == RowOutcome.CREATED
                    || outcome == RowOutcome.UPDATED
                    || outcome == RowOutcome.UNCHANGED
                    || outcome == RowOutcome.FLAGGED
                    || outcome == RowOutcome.REFUSED;
            if (always
                    || job.count(outcome) > 0
                    || filter.filter(outcome::equals).isPresent()) {
                tabs.add(new Tab(
                        word(outcome, job.done() > 0 && job.toEnter() == 0, messages),
                        figure(job.count(outcome)),
                        url(job, Optional.of(outcome), 1),
                        filter.filter(outcome::equals).isPresent(),
                        look(outcome)));
            }
        }
        return tabs;
    }

    static String url(ImportView job, Optional<RowOutcome> outcome, int page) {
        String query = Stream.concat(
                        outcome.map(one -> "outcome=" + one.name().toLowerCase(Locale.ROOT)).stream(),
                        page > 1 ? Stream.of("page=" + page) : Stream.of())
                .collect(Collectors.joining("&"));
        return "/my/import/" + job.id() + (query.isEmpty() ? "" : "?" + query);
    }

    private static RowLine line(
            ImportView job, RowView row, boolean mayDecide, ImportMessages messages, FindingWords words) {
        String place = row.placeCode()
                .map(words::place)
                .orElseGet(() -> Stream.of(Column.PROVINCE, Column.CITY, Column.COUNTY, Column.PLACE)
                        .map(row::cell)
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(" ")));
        boolean listed = row.done() && row.listing().isPresent();
        boolean own = job.purpose() == Purpose.OWN;
        return new RowLine(
                row.number(),
                at(job, row.number(), messages),
                own ? first(row, Column.TITLE, Column.PRODUCT, Column.LISTING) : row.cell(Column.NAME),
                row.done() && !own
                        ? row.organisation().map(id -> "/organisations/" + id).orElse(null)
                        : null,
                own ? row.cell(Column.KIND) : place,
                own ? first(row, Column.PRODUCT, Column.TITLE) : row.cell(Column.PRODUCT),
                listed ? "/listings/" + row.listing().orElseThrow() : null,
                row.quantity().orElse(null),
                row.cell(Column.CAPACITY),
                word(row.outcome(), row.done(), messages),
                look(row.outcome()),
                row.findings().stream()
                        .map(finding -> new FindingLine(
                                words.cell(finding, finding.column() == null ? "" : row.cell(finding.column())),
                                words.sentence(finding),
                                words.suggestion(finding),
                                look(finding.weight())))
                        .toList(),
                mayDecide && !row.done() && (row.outcome() == RowOutcome.FLAGGED || row.decided()));
    }

    private static String first(RowView row, Column... columns) {
        return Stream.of(columns)
                .map(row::cell)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String word(RowOutcome outcome, boolean happened, ImportMessages messages) {
        return happened ? messages.happened(outcome) : messages.foretold(outcome);
    }

    private static Look look(ImportState state) {
        return switch (state) {
            case RECEIVED, UPLOADED -> new Look("table", "amber");
            case CHECKING, RUNNING -> new Look("clock", "blue");
            case CHECKED -> new Look("question", "amber");
            case DONE -> new Look("check-circle", "green");
            case CANCELLED -> new Look("x", "grey");
        };
    }

    private static Look look(RowOutcome outcome) {
        return switch (outcome) {
            case WAITING -> new Look("clock", "grey");
            case CREATED -> new Look("plus", "green");
            case UPDATED -> new Look("refresh", "blue");
            case UNCHANGED -> new Look("check", "grey");
            case FLAGGED -> new Look("question", "amber");
            case REFUSED -> new Look("x-circle", "red");
            case DROPPED -> new Look("trash", "grey");
            case NOT_RUN -> new Look("pause", "grey");
        };
    }

    private static Look look(Finding.Weight weight) {
        return switch (weight) {
            case NOTE -> new Look("info", "grey");
            case FLAG -> new Look("question", "amber");
            case REFUSAL -> new Look("x-circle", "red");
        };
    }

    private static String format(ImportView job, ImportMessages messages) {
        return job.kind() == FileKind.CSV
                ? messages.fact_format(job.encoding(), separator(job.separator(), messages))
                : job.kind().name();
    }

    static String sheets(ImportView job, ImportMessages messages) {
        return job.kind() == FileKind.CSV
                ? ""
                : job.sheets().stream()
                        .map(part -> messages.sheet_and_lines(part.name(), figure(part.rows())))
                        .collect(Collectors.joining(messages.between_reasons()));
    }

    static String leftOut(ImportView job, ImportMessages messages) {
        return job.leftOut().stream()
                .map(sheet -> messages.sheet_and_lines(sheet.name(), figure(sheet.lines())))
                .collect(Collectors.joining(messages.between_reasons()));
    }

    /** As the spreadsheet numbers it; with its sheet, when rows come from several. */
    private static String at(ImportView job, int number, ImportMessages messages) {
        if (job.sheets().size() < 2) {
            return String.valueOf(number);
        }
        Table.Part in = job.sheets().get(0);
        for (Table.Part part : job.sheets()) {
            if (part.before() < number) {
                in = part;
            }
        }
        return messages.row_of_sheet(in.name(), number - in.before());
    }

    private static String unit(ImportView job, Locale locale) {
        return job.defaultUnit().map(unit -> unit.name(locale)).orElse("");
    }

    private static String separator(String separator, ImportMessages messages) {
        return switch (separator) {
            case ";" -> messages.semicolon();
            case "\t" -> messages.tab();
            default -> messages.comma();
        };
    }

    private static String figure(int number) {
        return Figures.number(java.math.BigDecimal.valueOf(number));
    }

    static FindingWords words(ImportView job, Places places, ImportMessages messages, Locale locale) {
        return new FindingWords(places, messages, locale, job.headers(), job.columns());
    }
}

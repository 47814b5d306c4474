package org.muster.closure.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muster.closure.ClosingReport;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.EmergencyMessages;
import org.muster.emergency.web.EntryWords;
import org.muster.emergency.web.Heads;
import org.muster.paper.Sheet;
import org.muster.shared.Quantity;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** A closing report in words: the same on the screen and on paper. */
@ApplicationScoped
class ReportWords {

    /** What fits on paper; the screen has all of it. */
    private static final int LONGEST_CELL = 60;

    record GivenRow(
            String supplier, String thing, String quantity, String basis, String value, String state, boolean stands) {}

    record OverrideRow(String what, String cost, List<String> lost) {}

    record ForecastRow(String what, String forecast, String fact) {}

    record ForecastTable(String title, List<ForecastRow> rows) {}

    record HappeningRow(Instant at, String who, String deed, String about) {}

    private final Heads heads;
    private final EntryWords entryWords;
    private final Language language;
    private final Clock clock;

    ReportWords(Heads heads, EntryWords entryWords, Language language, Clock clock) {
        this.heads = heads;
        this.entryWords = entryWords;
        this.language = language;
        this.clock = clock;
    }

    private ClosureMessages words() {
        return language.messages(ClosureMessages.class);
    }

    String moment(Instant at) {
        return Times.moment(at, language.zone(), language.locale(), clock.instant());
    }

    // ── Rows ────────────────────────────────────────────────────────────────────

    List<GivenRow> given(ClosingReport report) {
        Locale locale = language.locale();
        ClosureMessages words = words();
        return report.given().stream()
                .map(one -> new GivenRow(
                        one.supplierName(),
                        one.thing().in(locale),
                        one.quantity()
                                .map(quantity -> Figures.exact(quantity, locale))
                                .orElseGet(words::by_time),
                        words.basis(one.basis()),
                        one.value().map(value -> Figures.money(value, locale)).orElseGet(words::no_price),
                        state(one),
                        one.stands()))
                .toList();
    }

    private String state(ClosingReport.Given one) {
        if (one.delivered()) {
            return words().delivered();
        }
        boolean lost = one.promisedAt().isPresent() && !one.stands();
        return lost ? words().given_back() : words().state(one.state());
    }

    List<OverrideRow> overrides(ClosingReport report) {
        Locale locale = language.locale();
        ClosureMessages words = words();
        return report.overrides().stream()
                .map(one -> new OverrideRow(
                        words.override(one.who(), moment(one.at()), one.demand().in(locale), one.reason()),
                        words.override_cost(
                                shown(one.gained()),
                                Figures.number(BigDecimal.valueOf(one.moved())),
                                Figures.number(one.cost()),
                                one.sent() ? words.override_sent() : words.override_not_sent()),
                        one.lost().stream()
                                .map(lost -> words.override_lost(
                                        lost.demand().in(locale), heads.place(lost.area()), shown(lost.less())))
                                .toList()))
                .toList();
    }

    private String shown(Quantity quantity) {
        return Figures.exact(quantity.rounded(2), language.locale());
    }

    List<ForecastTable> forecasts(ClosingReport report) {
        ClosureMessages words = words();
        return report.forecasts().stream()
                .map(one -> new ForecastTable(
                        words.forecast_of(moment(one.sentAt())),
                        List.of(
                                new ForecastRow(
                                        words.forecast_likely(),
                                        Figures.percent(
                                                BigDecimal.valueOf(one.likely()).setScale(2, RoundingMode.HALF_UP)),
                                        one.kept() ? words.kept() : words.not_kept()),
                                new ForecastRow(
                                        words.forecast_legs(),
                                        Integer.toString(one.legs()),
                                        Integer.toString(one.promised())),
                                new ForecastRow(
                                        words.forecast_allocated(),
                                        moment(one.allocatedBy()),
                                        one.allocatedAt().map(this::moment).orElseGet(words::never)),
                                new ForecastRow(
                                        words.forecast_cost(),
                                        "¥" + Figures.number(one.cost()),
                                        "¥" + Figures.number(one.paid())
                                                + (one.unpriced() == 0 ? "" : words.unpriced(one.unpriced()))))))
                .toList();
    }

    List<HappeningRow> timeline(ClosingReport report) {
        return report.timeline().stream()
                .map(one -> new HappeningRow(
                        one.at(), one.who().isEmpty() ? words().nobody() : one.who(), deed(one.kind()), about(one)))
                .toList();
    }

    private String about(ClosingReport.Happening one) {
        return one.kind() instanceof ClosingReport.Kind.OnRecord line
                ? entryWords.detail(line.deed(), one.about())
                : one.about();
    }

    private String deed(ClosingReport.Kind kind) {
        if (kind instanceof ClosingReport.Kind.OnRecord one) {
            return language.messages(EmergencyMessages.class).deed(one.deed());
        }
        if (kind instanceof ClosingReport.Kind.WithSupplier one) {
            return words().asked(one.deed());
        }
        if (kind instanceof ClosingReport.Kind.OnChallenge one) {
            return words().challenged(one.deed());
        }
        return ((ClosingReport.Kind.Planned) kind).ended() ? words().plan_ended() : words().plan_begun();
    }

    // ── Paper ───────────────────────────────────────────────────────────────────

    /** @param record where the public record is; empty where there is none */
    Sheet sheet(ClosingReport report, String record) {
        ClosureMessages words = words();
        EmergencyView emergency = report.emergency();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.sheet_facts(
                moment(emergency.startsAt()),
                moment(report.asOf()),
                emergency.lead().name()));
        emergency.closing().ifPresent(closing -> paragraphs.add(words.sheet_closed(closing.by(), closing.reason())));
        paragraphs.add(words.forecast_title());
        List<ForecastTable> forecasts = forecasts(report);
        if (forecasts.isEmpty()) {
            paragraphs.add(words.forecast_none());
        }
        forecasts.forEach(table -> {
            paragraphs.add(table.title());
            table.rows().forEach(row -> paragraphs.add(words.sheet_forecast(row.what(), row.forecast(), row.fact())));
        });
        paragraphs.add(words.overrides_title());
        List<OverrideRow> overrides = overrides(report);
        if (overrides.isEmpty()) {
            paragraphs.add(words.overrides_none());
        }
        overrides.forEach(row -> {
            paragraphs.add(row.what());
            paragraphs.add(row.cost());
            paragraphs.addAll(row.lost());
        });
        paragraphs.add(report.given().isEmpty() ? words.given_none() : words.given_title());
        return new Sheet(
                words.sheet_title(emergency.name()),
                words.sheet_document(emergency.document()),
                words.sheet_addressee(emergency.authority()),
                paragraphs,
                List.of(
                        words.column_supplier(),
                        words.column_thing(),
                        words.column_quantity(),
                        words.column_value(),
                        words.column_state()),
                given(report).stream()
                        .map(row -> Stream.of(
                                        row.supplier(),
                                        row.thing() + " · " + row.basis(),
                                        row.quantity(),
                                        row.value(),
                                        row.state())
                                .map(ReportWords::cut)
                                .toList())
                        .toList(),
                Stream.concat(
                                Stream.of(words.timeline_title()),
                                timeline(report).stream()
                                        .map(row -> moment(row.at()) + " · " + row.who() + " · " + row.deed()
                                                + (row.about().isEmpty() ? "" : " · " + row.about())))
                        .toList(),
                record.isEmpty() ? words.sheet_made() : words.sheet_record(record),
                "");
    }

    private static String cut(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL - 1) + "…" : text;
    }
}

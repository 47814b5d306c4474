package org.muster.emergency.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.NeedFinding;
import org.muster.emergency.NeedState;
import org.muster.emergency.NeedSum;
import org.muster.emergency.NeedView;
import org.muster.identity.CurrentActor;
import org.muster.reference.Glossary;
import org.muster.reference.Terms;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Refusals;

/** Needs in the words of the page. */
@ApplicationScoped
public class NeedRows {

    private static final List<String> USUAL_UNITS = List.of(
            "piece",
            "zhi",
            "pair",
            "set",
            "machine",
            "box",
            "carton",
            "packet",
            "bottle",
            "drum",
            "litre",
            "kilogram",
            "tonne",
            "metre",
            "square_metre",
            "person");

    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?) ([a-z_]+)");

    /** @param title who needs what, short: for the names of buttons */
    record Row(
            String id,
            int number,
            String title,
            String institution,
            String place,
            String item,
            String itemWritten,
            String specification,
            String written,
            @Nullable Quantity amount,
            List<Said> findings,
            NeedState state,
            String icon,
            String tone,
            String fate,
            boolean flagged,
            boolean mergeable,
            String correctUrl,
            String judgeUrl,
            String reasonField) {}

    record Said(String text, boolean flag) {}

    public record SumRow(
            String area, String item, List<Quantity> amounts, int institutions, int rows, int without, String first) {}

    private final NeedDesk desk;
    private final CurrentActor actor;
    private final Glossary glossary;
    private final Heads heads;
    private final Language language;

    NeedRows(NeedDesk desk, CurrentActor actor, Glossary glossary, Heads heads, Language language) {
        this.desk = desk;
        this.actor = actor;
        this.glossary = glossary;
        this.heads = heads;
        this.language = language;
    }

    List<Row> rows(EmergencyId emergency, List<NeedView> needs) {
        Terms terms = glossary.terms();
        return needs.stream().map(need -> row(emergency, need, terms)).toList();
    }

    private Row row(EmergencyId emergency, NeedView need, Terms terms) {
        NeedsMessages words = language.messages(NeedsMessages.class);
        String item = need.itemKey()
                .map(key -> Stream.concat(Stream.of(key), need.alternatives().stream())
                        .map(one -> name(terms, one))
                        .collect(Collectors.joining(language.isChinese() ? "、" : ", ")))
                .orElse(need.itemWritten());
        String url = "/emergencies/" + emergency + "/needs/" + need.id();
        boolean flagged = need.state() == NeedState.FLAGGED;
        return new Row(
                need.id().toString(),
                need.row(),
                need.institution() + " " + item,
                need.institution(),
                need.placeCode().map(heads::place).orElse(need.placeWritten()),
                item,
                need.itemWritten(),
                need.specification(),
                need.written(),
                need.amount().orElse(null),
                need.findings().stream().map(this::said).toList(),
                need.state(),
                icon(need.state()),
                tone(need.state()),
                fate(emergency, need, words),
                flagged,
                flagged && need.repeated().isPresent(),
                url,
                url + "/judge",
                "reason-" + need.id());
    }

    private String fate(EmergencyId emergency, NeedView need, NeedsMessages words) {
        if (need.state() == NeedState.SET_ASIDE) {
            return words.aside_by(need.judgedBy().orElse(""), need.reason().orElse(""));
        }
        Optional<UUID> into = need.mergedInto();
        return into.flatMap(one -> desk.need(actor.get(), emergency, one))
                .map(one -> words.merged_into(one.institution() + " #" + one.row()))
                .orElse("");
    }

    private Said said(NeedFinding finding) {
        Refusal reason = finding.reason();
        List<Object> args = new ArrayList<>();
        reason.args().forEach(arg -> args.add(inWords(arg.toString())));
        return new Said(
                Refusals.text(new Refusal(reason.field(), reason.key(), args), language.locale()), finding.isFlag());
    }

    /** An amount that was kept with its unit's code, in the reader's units. */
    private String inWords(String arg) {
        Matcher amount = AMOUNT.matcher(arg);
        return amount.matches()
                ? Unit.written(amount.group(2))
                        .map(unit ->
                                Figures.exact(new Quantity(new BigDecimal(amount.group(1)), unit), language.locale()))
                        .orElse(arg)
                : arg;
    }

    private static String icon(NeedState state) {
        return switch (state) {
            case COUNTED, KEPT -> "check";
            case FLAGGED -> "question";
            case MERGED -> "copy";
            case SET_ASIDE -> "x";
        };
    }

    private static String tone(NeedState state) {
        return switch (state) {
            case COUNTED, KEPT -> "green";
            case FLAGGED -> "amber";
            case MERGED -> "blue";
            case SET_ASIDE -> "grey";
        };
    }

    public List<SumRow> sums(EmergencyId emergency) {
        Terms terms = glossary.terms();
        NeedsMessages words = language.messages(NeedsMessages.class);
        List<SumRow> rows = new ArrayList<>();
        for (NeedSum sum : desk.sums(actor.get(), emergency)) {
            rows.add(new SumRow(
                    sum.area().map(heads::place).orElse(words.elsewhere()),
                    sum.itemKey().map(key -> name(terms, key)).orElse(sum.itemWritten()),
                    sum.amounts(),
                    sum.institutions(),
                    sum.rows(),
                    sum.withoutFigure(),
                    sum.firstOn().map(Object::toString).orElse("")));
        }
        return rows;
    }

    private String name(Terms terms, String key) {
        Locale locale = language.locale();
        return terms.byKey(key).map(term -> term.name(locale)).orElse(key);
    }

    List<Choice> units() {
        return USUAL_UNITS.stream()
                .map(Unit::of)
                .map(unit -> new Choice(unit.code(), unit.name(language.locale())))
                .toList();
    }

    public static String figure(long number) {
        return Figures.number(BigDecimal.valueOf(number));
    }
}

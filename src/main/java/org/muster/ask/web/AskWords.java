package org.muster.ask.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.muster.ask.Answer;
import org.muster.ask.AnswerDraft;
import org.muster.ask.AskEntry;
import org.muster.ask.AskMail;
import org.muster.ask.AskState;
import org.muster.ask.AskView;
import org.muster.emergency.Blocker;
import org.muster.reference.Places;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** Asks and answers in the words of the page. */
@ApplicationScoped
class AskWords {

    record Box(String id, String value, String label, boolean checked) {}

    record Form(
            String answer,
            List<Choice> answers,
            List<Box> boxes,
            String amount,
            String unit,
            String day,
            String note,
            String name,
            String lastFour) {}

    record Step(AskEntry entry, String detail) {}

    /** How the mail to the supplier fared, for the desk. */
    record MailLine(AskMail.Standing mail, String word, String tone, String icon) {}

    /**
     * What every card of an ask shows.
     *
     * @param mail for the desk alone
     */
    record Card(
            AskView ask,
            String thing,
            String place,
            String lead,
            String tone,
            String icon,
            List<Step> steps,
            Optional<MailLine> mail) {}

    private final Places places;
    private final Language language;
    private final Clock clock;

    AskWords(Places places, Language language, Clock clock) {
        this.places = places;
        this.language = language;
        this.clock = clock;
    }

    AskMessages words() {
        return language.messages(AskMessages.class);
    }

    Locale locale() {
        return language.locale();
    }

    String thing(AskView ask) {
        return language.isChinese() ? ask.thingZh() : ask.thingEn();
    }

    String place(String code) {
        return places.byCode(code)
                .map(place -> places.wholeName(place, language.locale()))
                .orElse(code);
    }

    Card card(AskView ask) {
        return card(ask, Optional.empty());
    }

    Card card(AskView ask, Optional<AskMail.Standing> mail) {
        return new Card(
                ask,
                thing(ask),
                place(ask.place()),
                words().lead(ask.authority(), ask.document(), ask.organisationName(), thing(ask)),
                tone(ask.state()),
                icon(ask.state()),
                ask.history().stream().map(one -> new Step(one, detail(one))).toList(),
                mail.map(this::line));
    }

    private MailLine line(AskMail.Standing mail) {
        return switch (mail.state()) {
            case SENT -> new MailLine(mail, words().mail(mail.state()), "green", "check");
            case WAITING -> new MailLine(mail, words().mail(mail.state()), "amber", "clock");
            case REFUSED, GIVEN_UP -> new MailLine(mail, words().mail(mail.state()), "red", "alert");
            case NOT_SENT, LAPSED -> new MailLine(mail, words().mail(mail.state()), "grey", "mail");
        };
    }

    static String tone(AskState state) {
        return switch (state) {
            case COMMITTED -> "green";
            case DECLINED, EXPIRED -> "red";
            case WITHDRAWN, NOT_HELD -> "grey";
            default -> "amber";
        };
    }

    static String icon(AskState state) {
        return switch (state) {
            case COMMITTED -> "check";
            case DECLINED, WITHDRAWN, NOT_HELD -> "x";
            case EXPIRED -> "alert";
            case CONDITIONAL, COUNTERED -> "swap";
            default -> "clock";
        };
    }

    private String detail(AskEntry entry) {
        StringBuilder said = new StringBuilder(entry.who());
        if (!entry.typedBy().isEmpty()) {
            add(said, words().typed_by(entry.typedBy()));
        }
        entry.amount().ifPresent(amount -> add(said, Figures.exact(amount, language.locale())));
        entry.day().ifPresent(day -> add(said, Times.day(day, language.locale())));
        entry.conditions().forEach(one -> add(said, words().blocker(one)));
        if (!entry.note().isEmpty()) {
            add(said, entry.note());
        }
        return said.toString();
    }

    private static void add(StringBuilder said, String more) {
        said.append(said.isEmpty() ? "" : " · ").append(more);
    }

    Form form(AskView ask, AnswerDraft draft) {
        return new Form(
                draft.answer(),
                Arrays.stream(Answer.values())
                        .map(one -> new Choice(one.name(), words().answer(one)))
                        .toList(),
                Arrays.stream(Blocker.values())
                        .map(one -> new Box(
                                one == Blocker.PEOPLE
                                        ? "conditions"
                                        : "conditions-" + one.name().toLowerCase(Locale.ROOT),
                                one.name(),
                                words().blocker(one),
                                draft.conditions().contains(one.name())))
                        .toList(),
                draft.amount(),
                ask.quantity().map(one -> one.unit().name(language.locale())).orElse(""),
                draft.day(),
                draft.note(),
                draft.name(),
                draft.lastFour());
    }

    static AnswerDraft blank() {
        return new AnswerDraft("", Set.of(), "", "", "", "", "");
    }

    static AnswerDraft draft(MultivaluedMap<String, String> fields) {
        return new AnswerDraft(
                first(fields, "answer"),
                new HashSet<>(Objects.requireNonNullElse(fields.get("conditions"), List.of())),
                first(fields, "amount"),
                first(fields, "day"),
                first(fields, "note"),
                first(fields, "name"),
                first(fields, "lastFour"));
    }

    static String first(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }

    static String link(UriInfo uri, AskView ask) {
        return uri.getBaseUriBuilder().path("answers").path(ask.token()).build().toString();
    }

    String message(AskView ask, String link) {
        return words().copied_text(
                        ask.emergencyName(),
                        ask.authority(),
                        ask.organisationName(),
                        thing(ask),
                        ask.quantity()
                                .map(one -> " " + Figures.exact(one, language.locale()))
                                .orElse(""),
                        Times.moment(ask.answerBy(), language.zone(), language.locale(), clock.instant()),
                        link,
                        ask.callBack(),
                        ask.callBackName());
    }
}

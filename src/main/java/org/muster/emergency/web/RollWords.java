package org.muster.emergency.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.emergency.Blocker;
import org.muster.emergency.EmergencyTask;
import org.muster.emergency.RollAnswer;
import org.muster.emergency.RollAnswerDraft;
import org.muster.emergency.Running;
import org.muster.reference.Glossary;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Language;

/** Answers and tasks in the words of the page. */
@ApplicationScoped
public class RollWords {

    /** The five questions as a form. */
    record Form(
            String running,
            List<Choice> runnings,
            String stock,
            String output,
            String materialDays,
            List<Box> boxes,
            String note,
            String answeredBy,
            String lastFour,
            String unit) {}

    record Box(String id, String value, String label, boolean checked) {}

    public record TaskRow(
            String url,
            String title,
            String organisation,
            String blocker,
            String note,
            String owner,
            String ownerField,
            String hoursField,
            Instant dueAt,
            boolean late,
            boolean done,
            String doneBy) {}

    private final Glossary glossary;
    private final Language language;

    RollWords(Glossary glossary, Language language) {
        this.glossary = glossary;
        this.language = language;
    }

    RollMessages words() {
        return language.messages(RollMessages.class);
    }

    public String product(String key) {
        return glossary.terms()
                .byKey(key)
                .map(term -> term.name(language.locale()))
                .orElse(key);
    }

    Form form(RollAnswerDraft draft, String unitCode) {
        RollMessages words = words();
        return new Form(
                draft.running(),
                Arrays.stream(Running.values())
                        .map(one -> Choice.of(one, words.running(one)))
                        .toList(),
                draft.stock(),
                draft.output(),
                draft.materialDays(),
                Arrays.stream(Blocker.values())
                        .map(one -> new Box(
                                "missing-" + one.name().toLowerCase(Locale.ROOT),
                                one.name(),
                                words.blocker(one),
                                draft.missing().contains(one.name())))
                        .toList(),
                draft.note(),
                draft.answeredBy(),
                draft.lastFour(),
                Unit.of(unitCode).name(language.locale()));
    }

    static RollAnswerDraft blank() {
        return new RollAnswerDraft("", "", "", "", Set.of(), "", "", "");
    }

    /** 在产 · 日产 100,000 只 · 材料够 3 天 · 缺：材料 */
    String summary(RollAnswer answer) {
        RollMessages words = words();
        List<String> parts = new ArrayList<>();
        parts.add(words.running(answer.running()));
        answer.output().ifPresent(amount -> parts.add(words.output(Figures.exact(amount, language.locale()))));
        answer.stock().ifPresent(amount -> parts.add(words.stock(Figures.exact(amount, language.locale()))));
        answer.materialDays().ifPresent(days -> parts.add(words.material_days(days)));
        if (!answer.missing().isEmpty()) {
            parts.add(words.missing(answer.missing().stream()
                    .sorted()
                    .map(words::blocker)
                    .collect(Collectors.joining(language.isChinese() ? "、" : ", "))));
        }
        if (!answer.note().isEmpty()) {
            parts.add(answer.note());
        }
        return String.join(" · ", parts);
    }

    String by(RollAnswer answer) {
        return answer.typedBy()
                .map(desk -> words().by_desk(answer.answeredBy(), desk))
                .orElseGet(() -> words().by(answer.answeredBy()));
    }

    public TaskRow task(String emergencyUrl, EmergencyTask task, Instant now) {
        String blocker = words().blocker(task.blocker());
        return new TaskRow(
                emergencyUrl + "/tasks/" + task.id(),
                task.organisation() + " " + blocker,
                task.organisation(),
                blocker,
                task.note(),
                task.owner(),
                "owner-" + task.id(),
                "hours-" + task.id(),
                task.dueAt(),
                task.doneAt().isEmpty() && task.dueAt().isBefore(now),
                task.doneAt().isPresent(),
                task.doneBy().orElse(""));
    }
}

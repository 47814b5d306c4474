package org.muster.emergency.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muster.ask.AskDeed;
import org.muster.consignment.ConsignmentDeed;
import org.muster.emergency.Blocker;
import org.muster.emergency.Entry;
import org.muster.emergency.NeedState;
import org.muster.emergency.Running;
import org.muster.shell.Language;

/** Lines of an emergency's record in the words of the reader: what is kept as a mark in a line's detail is said in its language. */
@ApplicationScoped
public class EntryWords {

    private static final String BETWEEN = " · ";

    private final Language language;

    EntryWords(Language language) {
        this.language = language;
    }

    /** The same lines, as they are read. */
    public List<Entry> said(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Entry(entry.at(), entry.who(), entry.deed(), detail(entry.deed(), entry.detail())))
                .toList();
    }

    /** What a line was about. */
    public String detail(Entry.Deed deed, String detail) {
        String[] parts = detail.split(BETWEEN, -1);
        // Whose deed it is stands first, and may be called anything.
        for (int i = deed == Entry.Deed.NEEDS_JUDGED ? 0 : 1; i < parts.length; i++) {
            Optional<String> word = word(deed, parts[i]);
            if (word.isPresent()) {
                parts[i] = word.get();
                break;
            }
        }
        return String.join(BETWEEN, parts);
    }

    private Optional<String> word(Entry.Deed deed, String part) {
        EmergencyMessages words = language.messages(EmergencyMessages.class);
        return switch (deed) {
            case ASK_ANSWERED -> word(AskDeed.values(), part, words::answered);
            case CONSIGNMENT_MOVED -> word(ConsignmentDeed.values(), part, words::consigned);
            case NEEDS_JUDGED -> word(NeedState.values(), part, language.messages(NeedsMessages.class)::state);
            case ROLL_ANSWERED -> word(Running.values(), part, language.messages(RollMessages.class)::running);
            case TASK_DONE -> word(Blocker.values(), part, language.messages(RollMessages.class)::blocker);
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<String> word(E[] marks, String part, Function<E, String> words) {
        return Arrays.stream(marks)
                .filter(mark -> mark.name().equals(part))
                .findFirst()
                .map(words);
    }
}

package org.muster.emergency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.Refusal;

/**
 * What was noticed about one need.
 *
 * @param args what the sentence mentions
 * @param other the need that this one seems to repeat
 */
public record NeedFinding(NeedRule rule, List<String> args, Optional<UUID> other) {

    public NeedFinding {
        args = List.copyOf(args);
    }

    static NeedFinding of(NeedRule rule, String... args) {
        return new NeedFinding(rule, List.of(args), Optional.empty());
    }

    public boolean isFlag() {
        return rule.isFlag();
    }

    /** The reason, ready to be said in the reader's language. */
    public Refusal reason() {
        return new Refusal("", rule.sentence(), List.copyOf(args));
    }
}

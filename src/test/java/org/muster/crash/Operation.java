package org.muster.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a client: what it asked, under one key, and what it heard each time it asked.
 *
 * @param hold the hold to be changed; null when a new one is asked for
 */
record Operation(
        String organisation,
        String key,
        Deed deed,
        @Nullable String hold,
        List<Wish> wishes,
        List<Attempt> attempts) {

    enum Deed {
        HOLD,
        COMMIT,
        RELEASE,
        CONSUME
    }

    /** From when to when a client waited, and for what. */
    record Attempt(Instant asked, Instant heard, Answer answer) {}

    Operation {
        wishes = List.copyOf(wishes);
        attempts = List.copyOf(attempts);
    }

    static Operation of(String organisation, String key, Deed deed, @Nullable String hold, List<Wish> wishes) {
        return new Operation(organisation, key, deed, hold, wishes, List.of());
    }

    Operation heard(Instant asked, Instant heard, Answer answer) {
        var more = new ArrayList<>(attempts);
        more.add(new Attempt(asked, heard, answer));
        return new Operation(organisation, key, deed, hold, wishes, more);
    }

    /** The hold it was told it has, or has changed. */
    Optional<String> done() {
        return attempts.stream()
                .flatMap(attempt -> attempt.answer() instanceof Answer.Done done
                        ? Optional.of(done.hold()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    boolean refused() {
        return attempts.stream().anyMatch(attempt -> attempt.answer() instanceof Answer.Refused);
    }

    boolean known() {
        return done().isPresent() || refused();
    }

    /** Before this moment nothing can have come of it. */
    Instant begun() {
        return attempts.isEmpty() ? Instant.MAX : attempts.get(0).asked();
    }

    /** From this moment on it is settled; never, while nothing definite was heard. */
    Instant settled() {
        return attempts.stream()
                .filter(attempt -> !(attempt.answer() instanceof Answer.Unknown))
                .map(Attempt::heard)
                .findFirst()
                .orElse(Instant.MAX);
    }

    String name() {
        return deed + " " + key + " of " + organisation;
    }
}

package org.muster.live;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that a page can follow, written {@code listing:0b5c…}. */
public record Topic(String kind, UUID id) {

    private static final Pattern WRITTEN =
            Pattern.compile("([a-z][a-z-]{0,29}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public Topic {
        if (!kind.matches("[a-z][a-z-]{0,29}")) {
            throw new IllegalArgumentException("Not a kind of topic: " + kind);
        }
    }

    static Optional<Topic> read(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new Topic(parts.group(1), UUID.fromString(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}

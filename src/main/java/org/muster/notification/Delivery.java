package org.muster.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter that goes by mail, and how it fared.
 *
 * @param code of the server's last answer; empty where it said nothing
 * @param dueAt when it is tried next, where it waits
 */
public record Delivery(
        StoredMessage message,
        DeliveryState state,
        int attempts,
        Optional<Integer> code,
        String answer,
        Instant dueAt,
        Optional<Instant> triedAt,
        Optional<Instant> sentAt) {

    /** The server's last words behind their code. */
    public String said() {
        return code.map(number -> number + " " + answer).orElse(answer).strip();
    }
}

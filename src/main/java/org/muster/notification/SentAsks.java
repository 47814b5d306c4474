package org.muster.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.muster.ask.AskMail;

/** Tells the desk what became of the mails to suppliers. */
@ApplicationScoped
class SentAsks implements AskMail {

    private final MailDeliveries deliveries;

    SentAsks(MailDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Map<UUID, Standing> of(Collection<UUID> asks) {
        return deliveries.ofAsks(asks).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> standing(entry.getValue())));
    }

    private static Standing standing(Delivery delivery) {
        Instant at = delivery.sentAt()
                .or(delivery::triedAt)
                .orElse(delivery.message().createdAt());
        return new Standing(state(delivery.state()), delivery.message().address(), at, delivery.said());
    }

    static State state(DeliveryState state) {
        return switch (state) {
            case KEPT -> State.NOT_SENT;
            case WAITING -> State.WAITING;
            case SENT -> State.SENT;
            case REFUSED -> State.REFUSED;
            case GIVEN_UP -> State.GIVEN_UP;
            case LAPSED -> State.LAPSED;
        };
    }
}

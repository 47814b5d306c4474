package org.muster.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.muster.ask.AskLetter;
import org.muster.ask.AskMail;
import org.muster.ask.AskMailed;
import org.muster.ask.Asks;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;

/**
 * Sends what waits, each letter in a transaction that holds its row: any number of replicas may, and no two send one letter. A process that dies
 * between the server's answer and its commit sends again, under the same Message-ID.
 */
@ApplicationScoped
class MailWorker {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);

    /** Beside the letter itself. */
    private static final int SECONDS_OF_A_TRANSACTION = 60;

    private final MailDeliveries deliveries;
    private final MailServer server;
    private final MailWriter writer;
    private final Asks asks;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Clock clock;

    MailWorker(
            MailDeliveries deliveries,
            MailServer server,
            MailWriter writer,
            Asks asks,
            Outbox outbox,
            MailSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.server = server;
        this.writer = writer;
        this.asks = asks;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** A replica that cannot write a whole letter says so before it serves. */
    void check(@Observes StartupEvent event) {
        if (settings.sends() && (settings.from().isEmpty() || settings.site().isEmpty())) {
            throw new IllegalStateException(
                    "muster.mail.host is set, so muster.mail.from (who writes) and muster.mail.site (where links lead) are needed too");
        }
    }

    @Scheduled(
            identity = "mail",
            every = "{muster.mail.look-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (settings.sends()) {
            work(clock.instant());
        }
    }

    /** Sends what is due, until there is no more or the server is away. Returns how many the server took. */
    int work(Instant now) {
        int taken = 0;
        Optional<Step> step = one(now);
        while (step.isPresent() && step.get() != Step.AWAY) {
            taken += step.get() == Step.TAKEN ? 1 : 0;
            step = one(now);
        }
        return taken;
    }

    private enum Step {
        TAKEN,
        NOT_TAKEN,
        AWAY
    }

    private Optional<Step> one(Instant now) {
        int seconds = SECONDS_OF_A_TRANSACTION
                + Math.toIntExact(2 * settings.timeout().toSeconds());
        return QuarkusTransaction.requiringNew()
                .timeout(seconds)
                .call(() -> deliveries.claim(now).map(due -> send(due, now)));
    }

    private Step send(MailDeliveries.Due due, Instant now) {
        StoredMessage message = due.message();
        Optional<AskLetter> asking = due.ask().flatMap(ask -> asks.letter(Actor.system(), ask, now));
        if (due.ask().isPresent() && asking.filter(AskLetter::open).isEmpty()) {
            deliveries.lapsed(message.id());
            return Step.NOT_TAKEN;
        }
        MailAnswer answer = server.send(writer.write(message, settings.site().orElseThrow()));
        if (answer.kind() == MailAnswer.Kind.TAKEN) {
            deliveries.sent(message.id(), answer, now);
            tellDesk(due, asking, AskMail.State.SENT);
            return Step.TAKEN;
        }
        DeliveryState state = DeliveryState.WAITING;
        if (answer.kind() == MailAnswer.Kind.NEVER) {
            state = DeliveryState.REFUSED;
        } else if (due.attempts() + 1 >= settings.attempts()) {
            state = DeliveryState.GIVEN_UP;
        }
        deliveries.failed(message.id(), state, answer, now.plus(pauseAfter(due.attempts())), now);
        if (state != DeliveryState.WAITING) {
            tellDesk(due, asking, SentAsks.state(state));
        }
        LOG.warnf(
                "Letter %s was not taken, attempt %d, now %s: %s %s",
                message.id(),
                due.attempts() + 1,
                state,
                answer.code().map(Object::toString).orElse("no answer,"),
                answer.text());
        return answer.kind() == MailAnswer.Kind.AWAY ? Step.AWAY : Step.NOT_TAKEN;
    }

    private void tellDesk(MailDeliveries.Due due, Optional<AskLetter> asking, AskMail.State state) {
        asking.ifPresent(
                ask -> outbox.publish(new AskMailed(ask.emergencyId(), due.ask().orElseThrow(), state)));
    }

    /** Twice as long after each attempt. */
    private Duration pauseAfter(int attempts) {
        Duration pause = settings.firstPause();
        for (int i = 0; i < attempts && pause.compareTo(settings.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }
}

package org.muster.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.muster.challenge.ClaimDecided;
import org.muster.challenge.ClaimantAsked;
import org.muster.challenge.MakerInvited;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** Tells makers that they are invited to claim, and claimants what is asked of them and what was decided. */
@ApplicationScoped
class ChallengeLetters implements OutboxChannel {

    private final OrganisationRegistry registry;
    private final Mailbox mailbox;
    private final Clock clock;

    ChallengeLetters(OrganisationRegistry registry, Mailbox mailbox, Clock clock) {
        this.registry = registry;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "challenge-letters";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(MakerInvited.class, ClaimantAsked.class, ClaimDecided.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        Instant now = clock.instant();
        for (DomainEvent event : batch) {
            if (event instanceof MakerInvited invited) {
                String about = "challenge " + invited.challenge() + " invitation";
                tell(about, invited.organisation(), invitation(invited), now);
            } else if (event instanceof ClaimantAsked asked) {
                // Two questions of the same words are one letter; who asks twice in other words is heard twice.
                String about = "claim " + asked.claim() + " asked " + asked.question();
                tell(about, asked.organisation(), question(asked), now);
            } else if (event instanceof ClaimDecided decided) {
                String about = "claim " + decided.claim() + " " + decided.accepted();
                tell(about, decided.organisation(), decision(decided), now);
            }
        }
    }

    private Letter invitation(MakerInvited event) {
        String name = name(event.organisation());
        return Letter.of(
                ChallengeLetterMessages.class,
                words -> words.invited_subject(event.title()),
                words -> words.invited_body(name),
                "/challenges/" + event.challenge());
    }

    private static Letter question(ClaimantAsked event) {
        return Letter.of(
                ChallengeLetterMessages.class,
                words -> words.asked_subject(event.title()),
                words -> words.asked_body(event.question()),
                "/challenges/" + event.challenge() + "/claim");
    }

    private Letter decision(ClaimDecided event) {
        String name = name(event.organisation());
        return Letter.of(
                ChallengeLetterMessages.class,
                words -> event.accepted()
                        ? words.accepted_subject(event.title())
                        : words.declined_subject(event.title()),
                words -> event.accepted() ? words.accepted_body(name) : words.declined_body(event.reason()),
                "/challenges/" + event.challenge() + "/claim");
    }

    private String name(OrganisationId organisation) {
        return registry.card(organisation).orElseThrow().name();
    }

    private void tell(String about, OrganisationId organisation, Letter letter, Instant now) {
        OrganisationProfile profile =
                registry.profile(Actor.system(), organisation).orElseThrow();
        profile.contacts().ifPresent(contacts -> {
            for (Recipient recipient : Recipient.at(profile.card().name(), contacts.mobile(), contacts.email())) {
                mailbox.write(about, recipient, letter, now);
            }
        });
    }
}

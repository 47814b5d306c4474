package org.muster.notification;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.muster.ask.AskExpired;
import org.muster.ask.AskLetter;
import org.muster.ask.AskReminded;
import org.muster.ask.AskSent;
import org.muster.ask.Asks;
import org.muster.ask.StandbyWarned;
import org.muster.catalogue.SupplyFallingSilent;
import org.muster.certificate.CertificateChecked;
import org.muster.certificate.CertificateEnding;
import org.muster.certificate.CertificateExpired;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.organisation.ColleagueInvited;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistered;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Ownership;
import org.muster.organisation.OwnershipDecided;
import org.muster.organisation.OwnershipOvertaken;
import org.muster.organisation.Verdict;
import org.muster.organisation.VerificationDecided;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/** Turns what happened into messages. Contacts and links are asked for when the message is written: events carry neither. */
@ApplicationScoped
class Messenger implements OutboxChannel {

    private static final String CERTIFICATES = "/my/certificates";

    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final OrganisationRegistry registry;
    private final Ownership ownership;
    private final People people;
    private final Mailbox mailbox;
    private final Asks asks;
    private final Clock clock;

    Messenger(
            OrganisationRegistry registry,
            Ownership ownership,
            People people,
            Mailbox mailbox,
            Asks asks,
            Clock clock) {
        this.registry = registry;
        this.ownership = ownership;
        this.people = people;
        this.mailbox = mailbox;
        this.asks = asks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(
                ColleagueInvited.class,
                OrganisationRegistered.class,
                VerificationDecided.class,
                CertificateEnding.class,
                CertificateExpired.class,
                CertificateChecked.class,
                OwnershipDecided.class,
                OwnershipOvertaken.class,
                SupplyFallingSilent.class,
                AskSent.class,
                AskReminded.class,
                AskExpired.class,
                StandbyWarned.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        Instant now = clock.instant();
        for (DomainEvent event : batch) {
            if (event instanceof ColleagueInvited invited) {
                tell(invited, now);
            } else if (event instanceof OrganisationRegistered registered) {
                tell(registered, now);
            } else if (event instanceof VerificationDecided decided) {
                tell(decided, now);
            } else if (event instanceof CertificateEnding ending) {
                tell(ending, now);
            } else if (event instanceof CertificateExpired expired) {
                tell(expired, now);
            } else if (event instanceof CertificateChecked checked) {
                tell(checked, now);
            } else if (event instanceof OwnershipDecided decided) {
                tell(decided, now);
            } else if (event instanceof OwnershipOvertaken overtaken) {
                tell(overtaken, now);
            } else if (event instanceof SupplyFallingSilent silent) {
                tell(silent, now);
            } else if (event instanceof AskSent sent) {
                tell(sent, now);
            } else if (event instanceof AskReminded reminded) {
                tell(reminded, now);
            } else if (event instanceof AskExpired expired) {
                tell(expired, now);
            } else if (event instanceof StandbyWarned warned) {
                tell(warned, now);
            }
        }
    }

    private void tell(CertificateEnding event, Instant now) {
        String name = registry.card(event.organisation()).orElseThrow().name();
        String until = event.validTo().toString();
        Letter letter = Letter.of(
                words -> words.certificate_ending_subject(
                        words.certificate_kind(event.kind()), event.number(), event.days()),
                words -> words.certificate_ending_body(
                        name, words.certificate_kind(event.kind()), event.number(), until),
                CERTIFICATES);
        tellOrganisation(
                "certificate " + event.certificate() + " " + until + " " + event.days(),
                event.organisation(),
                letter,
                now);
    }

    private void tell(CertificateExpired event, Instant now) {
        String name = registry.card(event.organisation()).orElseThrow().name();
        String until = event.validTo().toString();
        Letter letter = Letter.of(
                words -> words.certificate_expired_subject(words.certificate_kind(event.kind()), event.number()),
                words -> words.certificate_expired_body(
                        name, words.certificate_kind(event.kind()), event.number(), until),
                CERTIFICATES);
        tellOrganisation(
                "certificate " + event.certificate() + " " + until + " expired", event.organisation(), letter, now);
    }

    private void tell(CertificateChecked event, Instant now) {
        Letter letter = Letter.of(
                words -> words.certificate_checked_subject(
                        words.certificate_kind(event.kind()), event.number(), event.verdict()),
                words -> words.certificate_checked_body(event.proof()),
                CERTIFICATES);
        tellOrganisation(
                "certificate " + event.certificate() + " " + event.revision() + " " + event.verdict(),
                event.organisation(),
                letter,
                now);
    }

    /** Whoever claimed it is told where they said they can be reached: when it was refused, they may belong to no organisation at all. */
    private void tell(OwnershipDecided event, Instant now) {
        ownership.letter(Actor.system(), event.claim()).ifPresent(claim -> {
            Letter letter = Letter.of(
                    words -> event.granted()
                            ? words.claim_granted_subject(claim.organisationName())
                            : words.claim_refused_subject(claim.organisationName()),
                    words -> event.granted()
                            ? words.claim_granted_body(claim.claimantName(), claim.organisationName(), event.reason())
                            : words.claim_refused_body(claim.claimantName(), claim.organisationName(), event.reason()),
                    event.granted() ? "/my/organisation" : "/my/claims");
            for (Recipient recipient : Recipient.at(claim.claimantName(), claim.mobile(), null)) {
                mailbox.write("claim " + event.claim() + " " + event.granted(), recipient, letter, now);
            }
        });
    }

    /** Nobody decided on it: they hear that it is somebody else's, and where to say so if that is wrong. */
    private void tell(OwnershipOvertaken event, Instant now) {
        ownership.letter(Actor.system(), event.claim()).ifPresent(claim -> {
            Letter letter = Letter.of(
                    words -> words.claim_overtaken_subject(claim.organisationName()),
                    words -> words.claim_overtaken_body(claim.claimantName(), claim.organisationName()),
                    "/my/claims");
            for (Recipient recipient : Recipient.at(claim.claimantName(), claim.mobile(), null)) {
                mailbox.write("claim " + event.claim() + " overtaken", recipient, letter, now);
            }
        });
    }

    private void tell(SupplyFallingSilent event, Instant now) {
        Letter letter = Letter.of(
                words -> words.silent_subject(event.listings()),
                words -> words.silent_body(event.title(), event.listings()),
                "/my/listings");
        tellOrganisation(
                "silence " + event.organisation() + " " + event.one() + " "
                        + now.atZone(CHINA).toLocalDate(),
                event.organisation(),
                letter,
                now);
    }

    private void tell(AskSent event, Instant now) {
        asks.letter(Actor.system(), event.ask(), now)
                .filter(AskLetter::open)
                .ifPresent(ask -> tellOrganisation(
                        "ask " + event.ask(),
                        Optional.of(event.ask()),
                        ask.organisation(),
                        asking(ask, LetterMessages::ask_subject),
                        now));
    }

    /** Once it is answered, nobody is reminded any more, however late the reminder is written. */
    private void tell(AskReminded event, Instant now) {
        asks.letter(Actor.system(), event.ask(), now).filter(AskLetter::open).ifPresent(ask -> {
            tellOrganisation(
                    "ask " + event.ask() + " reminder " + event.rung(),
                    Optional.of(event.ask()),
                    ask.organisation(),
                    asking(ask, LetterMessages::ask_reminder_subject),
                    now);
            if (!event.toMobile().isEmpty()) {
                String until = UNTIL.format(ask.answerBy());
                Letter letter = Letter.of(
                        words -> words.ask_risen_subject(ask.organisationName()),
                        words -> words.ask_risen_body(
                                event.toName(), ask.organisationName(), ask.emergency(), event.rung(), until),
                        "/emergencies/" + event.emergency() + "/asks/" + event.ask());
                for (Recipient recipient : Recipient.at(event.toName(), event.toMobile(), null)) {
                    mailbox.write("ask " + event.ask() + " rung " + event.rung(), recipient, letter, now);
                }
            }
        });
    }

    private static Letter asking(AskLetter ask, BiFunction<LetterMessages, String, String> subject) {
        String until = UNTIL.format(ask.answerBy());
        LetterMessages english = MessageBundles.get(LetterMessages.class, Localized.Literal.of("en"));
        LetterMessages chinese = MessageBundles.get(LetterMessages.class);
        return new Letter(
                subject.apply(chinese, ask.thingZh()),
                subject.apply(english, ask.thingEn()),
                chinese.ask_body(
                                ask.organisationName(),
                                ask.authority(),
                                ask.document(),
                                ask.thingZh(),
                                ask.quantity()
                                        .map(one -> amount(one, Locale.CHINESE))
                                        .orElse(""),
                                until,
                                ask.callBack(),
                                ask.callBackName())
                        + AskTerms.say(ask, chinese, Locale.CHINESE),
                english.ask_body(
                                ask.organisationName(),
                                ask.authority(),
                                ask.document(),
                                ask.thingEn(),
                                ask.quantity()
                                        .map(one -> amount(one, Locale.ENGLISH))
                                        .orElse(""),
                                until,
                                ask.callBack(),
                                ask.callBackName())
                        + " "
                        + AskTerms.say(ask, english, Locale.ENGLISH),
                "/answers/" + ask.token());
    }

    private static String amount(Quantity quantity, Locale locale) {
        return " " + quantity.amount().toPlainString() + " " + quantity.unit().counting(quantity.amount(), locale);
    }

    private void tell(AskExpired event, Instant now) {
        asks.letter(Actor.system(), event.ask(), now).ifPresent(ask -> {
            Letter letter = Letter.of(
                    words -> words.ask_expired_subject(ask.organisationName()),
                    words -> words.ask_expired_body(event.toName(), ask.organisationName(), ask.emergency()),
                    "/emergencies/" + event.emergency() + "/asks");
            for (Recipient recipient : Recipient.at(event.toName(), event.toMobile(), null)) {
                mailbox.write("ask " + event.ask() + " expired", recipient, letter, now);
            }
        });
    }

    private void tell(StandbyWarned event, Instant now) {
        String name = registry.card(event.standby()).orElseThrow().name();
        Letter letter = Letter.of(
                words -> words.standby_subject(event.title()),
                words -> words.standby_body(name, event.title()),
                "/my/inbox");
        tellOrganisation("standby " + event.round() + " " + event.standby(), event.standby(), letter, now);
    }

    private void tell(ColleagueInvited event, Instant now) {
        registry.letter(Actor.system(), event.invitation()).ifPresent(invitation -> {
            String until = UNTIL.format(invitation.expiresAt());
            Letter letter = Letter.of(
                    words -> words.invited_subject(invitation.inviterName(), invitation.organisationName()),
                    words -> words.invited_body(
                            invitation.invitedName(), invitation.inviterName(), invitation.organisationName(), until),
                    "/join/" + invitation.token());
            for (Recipient recipient :
                    Recipient.at(invitation.invitedName(), invitation.mobile(), invitation.email())) {
                mailbox.write("invitation " + event.invitation(), recipient, letter, now);
            }
        });
    }

    private void tell(OrganisationRegistered event, Instant now) {
        String person = people.name(event.by());
        Letter letter = Letter.of(
                words -> words.registered_subject(event.name()),
                words -> words.registered_body(person, event.name()),
                "/my/organisation");
        tellOrganisation("registration " + event.organisation(), event.organisation(), letter, now);
    }

    private void tell(VerificationDecided event, Instant now) {
        if (event.verdict() == Verdict.PROPOSE_VISITED) {
            // Nothing is decided before the second person has spoken.
            return;
        }
        String name = registry.card(event.organisation()).orElseThrow().name();
        Letter letter = Letter.of(
                words -> words.decided_subject(name, event.verdict()),
                words -> event.validUntil() == null
                        ? words.refused_body(event.reason())
                        : words.granted_body(
                                event.reason(),
                                Objects.requireNonNull(event.validUntil()).toString()),
                "/my/organisation");
        tellOrganisation("decision " + event.decision(), event.organisation(), letter, now);
    }

    private void tellOrganisation(String about, OrganisationId organisation, Letter letter, Instant now) {
        tellOrganisation(about, Optional.empty(), organisation, letter, now);
    }

    private void tellOrganisation(
            String about, Optional<UUID> ask, OrganisationId organisation, Letter letter, Instant now) {
        OrganisationProfile profile =
                registry.profile(Actor.system(), organisation).orElseThrow();
        profile.contacts().ifPresent(contacts -> {
            for (Recipient recipient : Recipient.at(profile.card().name(), contacts.mobile(), contacts.email())) {
                mailbox.write(about, ask, recipient, letter, now);
            }
        });
    }
}

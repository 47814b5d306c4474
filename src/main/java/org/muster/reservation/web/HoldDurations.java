package org.muster.reservation.web;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.VerificationLevel;
import org.muster.reservation.HoldLimits;
import org.muster.shell.Choice;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** For how long somebody may hold something, as choices in words. */
@RequestScoped
class HoldDurations {

    private static final List<Duration> USUAL = List.of(
            HoldLimits.USUAL,
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(72));

    private final OrganisationRegistry registry;
    private final Language language;

    HoldDurations(OrganisationRegistry registry, Language language) {
        this.registry = registry;
        this.language = language;
    }

    HoldLimits limits(Actor actor) {
        return HoldLimits.of(actor.organisation()
                .flatMap(registry::card)
                .map(OrganisationCard::level)
                .orElse(VerificationLevel.REGISTERED));
    }

    Duration longest(Actor actor) {
        return limits(actor).longest();
    }

    /** Ends to choose from: the usual length, which is left to the ledger, and moments up to the longest that is allowed. */
    List<Choice> ends(Duration longest, Instant now) {
        ReservationMessages say = language.messages(ReservationMessages.class);
        return Stream.concat(
                        Stream.of(new Choice("", say.hold_for(words(HoldLimits.USUAL)))),
                        USUAL.stream()
                                .filter(length ->
                                        length.compareTo(HoldLimits.USUAL) > 0 && length.compareTo(longest) <= 0)
                                .map(length -> now.plus(length).truncatedTo(ChronoUnit.MINUTES))
                                .map(end -> new Choice(
                                        end.toString(),
                                        say.hold_until(Times.moment(end, language.zone(), language.locale(), now)))))
                .toList();
    }

    /** Later ends of a hold, up to the last that is allowed, as moments. */
    List<Choice> longer(Instant until, Instant last, Instant now) {
        return Stream.concat(USUAL.stream().map(until::plus).filter(end -> end.isBefore(last)), Stream.of(last))
                .filter(end -> end.isAfter(until))
                .map(end -> new Choice(end.toString(), Times.moment(end, language.zone(), language.locale(), now)))
                .toList();
    }

    String words(Duration length) {
        ReservationMessages say = language.messages(ReservationMessages.class);
        return length.toMinutes() < 60 ? say.minutes(length.toMinutes()) : say.hours(length.toHours());
    }
}

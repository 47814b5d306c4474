package org.muster.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Places;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Publishes what nobody offers yet. Coordinators write and end challenges; everybody reads what was published. */
@ApplicationScoped
@Transactional
public class Challenges {

    public static final String NOT_FOUND = "challenge.not_found";

    private final ChallengeRows challenges;
    private final ClaimRows claims;
    private final EmergencyDesk emergencies;
    private final Glossary glossary;
    private final Places places;
    private final Outbox outbox;

    Challenges(
            ChallengeRows challenges,
            ClaimRows claims,
            EmergencyDesk emergencies,
            Glossary glossary,
            Places places,
            Outbox outbox) {
        this.challenges = challenges;
        this.claims = claims;
        this.emergencies = emergencies;
        this.glossary = glossary;
        this.places = places;
        this.outbox = outbox;
    }

    /** Whether somebody writes challenges and decides on claims. */
    public static boolean mayRun(Actor actor) {
        return EmergencyDesk.mayRun(actor);
    }

    // ── Writing ─────────────────────────────────────────────────────────────────

    /** Written down, for coordinators only until it is published. */
    public Outcome<ChallengeId> draft(Actor actor, ChallengeDraft typed, ZoneId zone, Instant now) {
        if (!mayRun(actor)) {
            return notFound();
        }
        return checked(actor, typed, zone, now).map(checked -> {
            Challenge challenge = new Challenge(ChallengeId.create(), checked, actor, now);
            challenges.persistAndFlush(challenge);
            challenges.note(challenge.id(), actor.name(), ChallengeEntry.Deed.DRAFTED, challenge.title(), now);
            outbox.publish(new ChallengeDrafted(challenge.id(), challenge.title(), challenge.itemKey()));
            return challenge.id();
        });
    }

    /** @param version which one was put right, so that nobody overwrites a colleague unseen */
    public Outcome<ChallengeId> change(
            Actor actor, ChallengeId id, int version, ChallengeDraft typed, ZoneId zone, Instant now) {
        Optional<Challenge> found = run(actor, id);
        if (found.isEmpty()) {
            return notFound();
        }
        if (found.get().version() != version) {
            return Outcome.refused(Refusal.of("challenge.changed_meanwhile"));
        }
        Outcome<ChallengeRules.Checked> checked = checked(actor, typed, zone, now);
        if (!checked.isAccepted()) {
            return Outcome.refused(checked.reasons());
        }
        ChallengeRules.Checked says = checked.orElseThrow();
        if (claims.anyOf(id) && !sameMeasure(says, found.get())) {
            return Outcome.refused(Refusal.at("amount", "challenge.claimed_in_other_unit"));
        }
        String before = saying(found.get(), now);
        if (!found.get().change(says)) {
            return Outcome.refused(Refusal.of("challenge.ended"));
        }
        challenges.flush();
        challenges.note(id, actor.name(), ChallengeEntry.Deed.CHANGED, before + " → " + saying(found.get(), now), now);
        outbox.publish(new ChallengeChanged(id, found.get().title()));
        return Outcome.accepted(id);
    }

    private static boolean sameMeasure(ChallengeRules.Checked says, Challenge challenge) {
        return says.quantity()
                .unit()
                .dimension()
                .equals(challenge.quantity().unit().dimension());
    }

    private static String saying(Challenge challenge, Instant now) {
        ChallengeView view = challenge.view(challenge.quantity(), now);
        return view.title() + " · " + view.quantity() + " · " + view.neededBy();
    }

    private Outcome<ChallengeRules.Checked> checked(Actor actor, ChallengeDraft typed, ZoneId zone, Instant now) {
        Optional<EmergencyId> emergency = Optional.empty();
        if (!typed.emergency().isBlank()) {
            emergency = emergencies.list(actor).stream()
                    .filter(one ->
                            one.open() && !one.drill() && one.id().toString().equals(typed.emergency()))
                    .map(one -> one.id())
                    .findFirst();
            if (emergency.isEmpty()) {
                return Outcome.refused(Refusal.at("emergency", "challenge.emergency_unknown"));
            }
        }
        return ChallengeRules.check(typed, emergency, glossary.terms(), places, zone, now);
    }

    /** Everybody may read it from now on, and claim. */
    public Outcome<ChallengeId> publish(Actor actor, ChallengeId id, Instant now) {
        Optional<Challenge> found = run(actor, id);
        if (found.isEmpty()) {
            return notFound();
        }
        if (!found.get().publish(now)) {
            return Outcome.refused(Refusal.of("challenge.not_publishable"));
        }
        challenges.note(id, actor.name(), ChallengeEntry.Deed.PUBLISHED, "", now);
        outbox.publish(new ChallengePublished(id, found.get().title()));
        return Outcome.accepted(id);
    }

    /** It takes no more claims; decisions on those that were made are still taken. */
    public Outcome<ChallengeId> close(Actor actor, ChallengeId id, String reason, Instant now) {
        return end(actor, id, ChallengeState.CLOSED, ChallengeEntry.Deed.CLOSED, reason, now);
    }

    /** It is wanted no more, and stands on no list. */
    public Outcome<ChallengeId> withdraw(Actor actor, ChallengeId id, String reason, Instant now) {
        return end(actor, id, ChallengeState.WITHDRAWN, ChallengeEntry.Deed.WITHDRAWN, reason, now);
    }

    private Outcome<ChallengeId> end(
            Actor actor, ChallengeId id, ChallengeState how, ChallengeEntry.Deed deed, String reason, Instant now) {
        Optional<Challenge> found = run(actor, id);
        if (found.isEmpty()) {
            return notFound();
        }
        String why = reason.strip();
        if (why.length() < 2 || why.length() > 500) {
            return Outcome.refused(Refusal.at("reason", "challenge.text_length", 2, 500));
        }
        if (!found.get().end(how, now)) {
            return Outcome.refused(Refusal.of("challenge.ended"));
        }
        challenges.note(id, actor.name(), deed, why, now);
        outbox.publish(new ChallengeEnded(id, how, why));
        return Outcome.accepted(id);
    }

    private Optional<Challenge> run(Actor actor, ChallengeId id) {
        return mayRun(actor) ? challenges.locked(id) : Optional.empty();
    }

    static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(NOT_FOUND));
    }

    // ── Reading ─────────────────────────────────────────────────────────────────

    /** What was published and not withdrawn, those that take claims first; for coordinators drafts as well. */
    public List<ChallengeView> list(Actor viewer, Instant now) {
        Stream<ChallengeView> shown = views(mayRun(viewer) ? challenges.all() : challenges.published(), now).stream();
        return shown.sorted(Comparator.comparing((ChallengeView one) -> !one.open())
                        .thenComparing(one -> one.state() != ChallengeState.DRAFT)
                        .thenComparing(one -> one.open() ? one.closesAt() : Instant.MAX)
                        .thenComparing(ChallengeView::closesAt, Comparator.reverseOrder())
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    /** Those that close next. */
    public List<ChallengeView> open(int most, Instant now) {
        return views(challenges.open(now, most), now);
    }

    public long countOpen(Instant now) {
        return challenges.countOpen(now);
    }

    /** As everybody may read it: once it was published. Coordinators read drafts too. */
    public Optional<ChallengeView> byId(Actor viewer, ChallengeId id, Instant now) {
        return challenges
                .byId(id)
                .filter(one -> one.wasPublished() || mayRun(viewer))
                .map(one -> views(List.of(one), now).get(0));
    }

    /** With what only coordinators are told. */
    public Optional<ChallengeFile> file(Actor viewer, ChallengeId id, Instant now) {
        if (!mayRun(viewer)) {
            return Optional.empty();
        }
        return challenges
                .byId(id)
                .map(one -> new ChallengeFile(
                        views(List.of(one), now).get(0),
                        one.emergency(),
                        claims.countWaiting(id),
                        challenges.entries(id),
                        one.mayChange(),
                        one.mayPublish(now),
                        one.mayClose(),
                        one.mayWithdraw()));
    }

    /** What was published for an emergency, for those who run it. */
    public List<ChallengeView> of(Actor viewer, EmergencyId emergency, Instant now) {
        return mayRun(viewer) ? views(challenges.of(emergency), now) : List.of();
    }

    private List<ChallengeView> views(List<Challenge> rows, Instant now) {
        Map<ChallengeId, Quantity> accepted = claims.accepted(rows);
        return rows.stream()
                .map(one -> one.view(
                        accepted.getOrDefault(
                                one.id(), Quantity.of(0, one.quantity().unit())),
                        now))
                .toList();
    }
}

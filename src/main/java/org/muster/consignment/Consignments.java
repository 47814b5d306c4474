package org.muster.consignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.muster.ask.Loss;
import org.muster.ask.Promise;
import org.muster.ask.Promises;
import org.muster.emergency.EmergencyBook;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.paper.PaperCode;
import org.muster.paper.PaperKind;
import org.muster.paper.Papers;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/**
 * Carries out what was promised: the supplier, or the desk after a call, sends consignments for a leg, never more than was promised; the desk records
 * that they came, and accepts or rejects them. For the office that asked and the supplier of the leg; for everybody else there is none.
 */
@ApplicationScoped
@Transactional
public class Consignments {

    public static final String NOT_FOUND = "consignment.not_found";

    private final ConsignmentRows rows;
    private final Promises promises;
    private final Coverages coverages;
    private final EmergencyDesk emergencies;
    private final EmergencyBook book;
    private final Papers papers;
    private final PaperDrafts drafts;
    private final Outbox outbox;

    Consignments(
            ConsignmentRows rows,
            Promises promises,
            Coverages coverages,
            EmergencyDesk emergencies,
            EmergencyBook book,
            Papers papers,
            PaperDrafts drafts,
            Outbox outbox) {
        this.rows = rows;
        this.promises = promises;
        this.coverages = coverages;
        this.emergencies = emergencies;
        this.book = book;
        this.papers = papers;
        this.drafts = drafts;
        this.outbox = outbox;
    }

    // ── Looking ─────────────────────────────────────────────────────────────────

    /** How the promises of an emergency are carried out, what is late first; of the office acted for only. */
    public RunView run(Actor viewer, EmergencyId emergency, Instant now) {
        List<Promise> promised = promises.of(viewer, emergency, now);
        List<RunLeg> legs = legs(promised).stream()
                .filter(leg -> leg.promise().stands() || !leg.consignments().isEmpty())
                .sorted(Comparator.comparing((RunLeg leg) -> !leg.late(now)).thenComparing(RunLeg.BY_NEED))
                .toList();
        return new RunView(coverages.of(viewer, emergency, legs), legs);
    }

    /** What was promised in an emergency, with what is sent for it; of the office acted for only. */
    public List<RunLeg> legs(Actor viewer, EmergencyId emergency, Instant now) {
        return legs(promises.of(viewer, emergency, now));
    }

    /** What the organisation acted for has promised, what is needed first first. */
    public List<RunLeg> mine(Actor member, Instant now) {
        return legs(promises.given(member, now)).stream()
                .filter(leg -> leg.promise().stands() || !leg.consignments().isEmpty())
                .sorted(RunLeg.BY_NEED)
                .toList();
    }

    public Optional<RunLeg> leg(Actor viewer, UUID ask, Instant now) {
        return promise(viewer, ask, now).map(one -> legs(List.of(one)).get(0));
    }

    public Optional<ConsignmentView> byId(Actor viewer, UUID id, Instant now) {
        return rows.byId(id).flatMap(found -> promise(viewer, found.ask(), now).map(promise -> view(found, promise)));
    }

    private List<RunLeg> legs(List<Promise> promised) {
        Map<UUID, List<Consignment>> sent = rows
                .of(promised.stream().map(one -> one.ask().id()).toList())
                .stream()
                .collect(Collectors.groupingBy(Consignment::ask));
        return promised.stream()
                .map(one -> {
                    List<Consignment> of = sent.getOrDefault(one.ask().id(), List.of());
                    return new RunLeg(
                            one,
                            one.ask().quantity().map(all -> left(all, of)),
                            of.stream().map(found -> view(found, one)).toList());
                })
                .toList();
    }

    private static Quantity left(Quantity promised, List<Consignment> sent) {
        return sent.stream().map(Consignment::quantity).reduce(promised, Quantity::minus);
    }

    private ConsignmentView view(Consignment found, Promise promise) {
        return found.view(
                promise.ask(),
                rows.batches(found.id(), found.quantity().unit()),
                rows.entries(found.id()),
                rows.papers(found.id()));
    }

    private Optional<Promise> promise(Actor viewer, UUID ask, Instant now) {
        return promises.toOffice(viewer, ask, now).or(() -> promises.bySupplier(viewer, ask, now));
    }

    // ── Sending ─────────────────────────────────────────────────────────────────

    /** By the supplier, signed in. Sent again under the same key, it changes nothing. */
    public Outcome<UUID> send(Actor member, UUID ask, DispatchDraft typed, ZoneId zone, Instant now) {
        return promises.bySupplier(member, ask, now)
                .map(promise -> sent(promise, typed, member, false, zone, now))
                .orElseGet(Consignments::notFound);
    }

    /** After a call, by the desk. */
    public Outcome<UUID> typeIn(Actor desk, UUID ask, DispatchDraft typed, ZoneId zone, Instant now) {
        return promises.toOffice(desk, ask, now)
                .map(promise -> sent(promise, typed, desk, true, zone, now))
                .orElseGet(Consignments::notFound);
    }

    private Outcome<UUID> sent(
            Promise promise, DispatchDraft typed, Actor actor, boolean onBehalf, ZoneId zone, Instant now) {
        rows.lockLeg(promise.ask().id());
        Optional<Consignment> before = rows.sent(promise.ask().id(), DispatchRules.key(typed.key()));
        if (before.isPresent()) {
            return Outcome.accepted(before.get().id());
        }
        Optional<Refusal> not = notOpen(promise);
        if (not.isPresent()) {
            return Outcome.refused(not.get());
        }
        Optional<Quantity> promised = promise.ask().quantity();
        if (promised.isEmpty()) {
            return Outcome.refused(Refusal.of("consignment.time_is_no_goods"));
        }
        Outcome<DispatchRules.Checked> checked =
                new DispatchRules(zone, now).check(typed, promised.get().unit(), onBehalf);
        return checked.fold(
                fine -> {
                    Quantity left =
                            left(promised.get(), rows.of(List.of(promise.ask().id())));
                    return left.isAtLeast(fine.quantity())
                            ? written(promise, fine, actor, onBehalf, now)
                            : Outcome.refused(
                                    Refusal.at("amount", "consignment.more_than_promised", promised.get(), left));
                },
                Outcome::refused);
    }

    private Outcome<UUID> written(
            Promise promise, DispatchRules.Checked checked, Actor actor, boolean onBehalf, Instant now) {
        var consignment =
                new Consignment(rows.nextNumber(), promise.ask(), checked, now.truncatedTo(ChronoUnit.MICROS));
        rows.persistAndFlush(consignment);
        ConsignmentDeed deed = checked.departed().isPresent() ? ConsignmentDeed.DISPATCHED : ConsignmentDeed.COMMITTED;
        String note = checked.vehicle();
        stepped(consignment, promise, deed, actor, onBehalf ? checked.caller() : "", note, checked.key(), now);
        return Outcome.accepted(consignment.id());
    }

    // ── On the way ──────────────────────────────────────────────────────────────

    /** It has left. By the supplier, or by the desk after a call. */
    public Outcome<UUID> depart(Actor actor, UUID id, String key, String at, String caller, ZoneId zone, Instant now) {
        return step(actor, id, key, ConsignmentDeed.DISPATCHED, now, (consignment, promise, onBehalf, stepKey) -> {
            if (consignment.state() != ConsignmentState.COMMITTED) {
                return Outcome.refused(Refusal.of("consignment.only_forward"));
            }
            var rules = new DispatchRules(zone, now);
            Optional<Instant> left = rules.past("departedAt", at, Instant.MIN);
            String who = onBehalf ? rules.text("departCaller", caller, 2, 60) : "";
            if (!rules.refusals().isEmpty()) {
                return Outcome.refused(rules.refusals());
            }
            consignment.depart(left.orElseThrow());
            stepped(consignment, promise, ConsignmentDeed.DISPATCHED, actor, who, "", stepKey, now);
            return Outcome.accepted(id);
        });
    }

    /** It will be there later than was said; too late for what it is needed for, the plan is repaired. */
    public Outcome<UUID> delay(
            Actor actor, UUID id, String key, String until, String reason, String caller, ZoneId zone, Instant now) {
        return step(actor, id, key, ConsignmentDeed.DELAYED, now, (consignment, promise, onBehalf, stepKey) -> {
            if (!consignment.state().isAway()) {
                return Outcome.refused(Refusal.of("consignment.only_forward"));
            }
            var rules = new DispatchRules(zone, now);
            Optional<Instant> expected = rules.moment("expected", until);
            String why = rules.text("delayReason", reason, 2, DispatchRules.LONGEST_NOTE);
            String who = onBehalf ? rules.text("delayCaller", caller, 2, 60) : "";
            if (expected.isPresent()
                    && !expected.get().isAfter(view(consignment, promise).expectedArrival())) {
                rules.refusals().add(Refusal.at("expected", "consignment.not_later"));
            }
            if (!rules.refusals().isEmpty()) {
                return Outcome.refused(rules.refusals());
            }
            consignment.delay(expected.orElseThrow(), why);
            rows.flush();
            stepped(consignment, promise, ConsignmentDeed.DELAYED, actor, who, why, stepKey, now);
            if (expected.get().isAfter(promise.ask().neededBy())) {
                lostUnlessSomeComes(promise, consignment, Loss.TOO_LATE, why, actor, now);
            }
            return Outcome.accepted(id);
        });
    }

    // ── There ───────────────────────────────────────────────────────────────────

    public Outcome<UUID> arrive(Actor desk, UUID id, String key, String at, ZoneId zone, Instant now) {
        return byDesk(desk, id, key, ConsignmentDeed.ARRIVED, now, (consignment, promise, onBehalf, stepKey) -> {
            if (consignment.state() != ConsignmentState.DISPATCHED) {
                return Outcome.refused(Refusal.of("consignment.only_forward"));
            }
            var rules = new DispatchRules(zone, now);
            Optional<Instant> came = rules.past("arrivedAt", at, consignment.departedAt());
            if (!rules.refusals().isEmpty()) {
                return Outcome.refused(rules.refusals());
            }
            consignment.arrive(came.orElseThrow());
            stepped(consignment, promise, ConsignmentDeed.ARRIVED, desk, "", "", stepKey, now);
            return Outcome.accepted(id);
        });
    }

    /** Batch by batch it is accepted or rejected. What is rejected of a leg is known to the repair of the plan at once. */
    public Outcome<UUID> judge(Actor desk, UUID id, String key, List<BatchDraft> typed, Instant now) {
        return byDesk(desk, id, key, ConsignmentDeed.ACCEPTED, now, (consignment, promise, onBehalf, stepKey) -> {
            if (consignment.state() != ConsignmentState.ARRIVED) {
                return Outcome.refused(Refusal.of("consignment.only_forward"));
            }
            return new DispatchRules(ZoneId.of("Asia/Shanghai"), now)
                    .batches(typed, consignment.quantity())
                    .map(batches -> {
                        judged(consignment, promise, batches, desk, stepKey, now);
                        return id;
                    });
        });
    }

    private void judged(
            Consignment consignment, Promise promise, List<Batch> batches, Actor desk, String key, Instant now) {
        for (int i = 0; i < batches.size(); i++) {
            rows.found(consignment.id(), i, batches.get(i));
        }
        BigDecimal good = batches.stream().map(one -> one.accepted().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal bad = batches.stream().map(one -> one.rejected().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        consignment.judge(good, bad);
        rows.flush();
        promises.judged(promise.ask().id(), good, bad);
        String why = batches.stream()
                .map(Batch::reason)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
        String noted = why.length() > DispatchRules.LONGEST_NOTE ? why.substring(0, DispatchRules.LONGEST_NOTE) : why;
        ConsignmentDeed deed = good.signum() > 0 ? ConsignmentDeed.ACCEPTED : ConsignmentDeed.REJECTED;
        stepped(consignment, promise, deed, desk, "", noted, key, now);
        if (deed == ConsignmentDeed.REJECTED) {
            lostUnlessSomeComes(promise, consignment, Loss.GOODS_REJECTED, noted, desk, now);
        }
    }

    /** A leg of which nothing was accepted, and of which nothing else is under way or left to send, is not counted on any more. */
    private void lostUnlessSomeComes(Promise promise, Consignment of, Loss loss, String why, Actor actor, Instant now) {
        List<Consignment> sent = rows.of(List.of(promise.ask().id()));
        boolean comes = sent.stream()
                .filter(one -> !one.id().equals(of.id()))
                .anyMatch(one -> one.state() != ConsignmentState.REJECTED
                        && !view(one, promise)
                                .expectedArrival()
                                .isAfter(promise.ask().neededBy()));
        boolean more = promise.ask()
                .quantity()
                .map(all -> left(all, sent).amount().signum() > 0)
                .orElse(false);
        if (promise.stands() && !comes && !more) {
            promises.lost(promise.ask().id(), loss, why, actor.name(), now);
        }
    }

    // ── Papers ──────────────────────────────────────────────────────────────────

    /** Which papers go with it: what it says it is had by, and what its driver needs. */
    public static List<PaperKind> kinds(ConsignmentView consignment) {
        List<PaperKind> kinds = new ArrayList<>();
        switch (consignment.ask().basis()) {
            case MARKET_PURCHASE -> kinds.add(PaperKind.PURCHASE_LETTER);
            case RESERVE, ALLOCATION, REQUISITION -> kinds.add(PaperKind.ALLOCATION_ORDER);
            case DONATION -> {}
        }
        kinds.add(PaperKind.INTRODUCTION_LETTER);
        kinds.add(PaperKind.VEHICLE_PASS);
        return kinds;
    }

    /** A paper filled in from the consignment, with a code that proves it. */
    public Outcome<PaperCode> issue(Actor desk, UUID id, String kind, Instant now) {
        Optional<Consignment> found = rows.locked(id);
        Optional<Promise> promise = found.flatMap(one -> promises.toOffice(desk, one.ask(), now));
        if (found.isEmpty() || promise.isEmpty()) {
            return notFound();
        }
        ConsignmentView view = view(found.get(), promise.get());
        Optional<PaperKind> wanted =
                kinds(view).stream().filter(one -> one.name().equals(kind)).findFirst();
        Optional<EmergencyView> emergency =
                emergencies.byId(desk, view.ask().emergency()).filter(EmergencyView::open);
        if (wanted.isEmpty() || emergency.isEmpty()) {
            return Outcome.refused(Refusal.of(wanted.isEmpty() ? "consignment.paper_kind" : "consignment.closed"));
        }
        return papers.issue(desk, drafts.of(view, emergency.get(), wanted.get(), now), now)
                .fold(
                        code -> {
                            rows.add(id, new IssuedPaper(code, wanted.get(), now));
                            stepped(
                                    found.get(),
                                    promise.get(),
                                    ConsignmentDeed.PAPER_ISSUED,
                                    desk,
                                    "",
                                    code.printed(),
                                    "paper " + code,
                                    now);
                            return Outcome.accepted(code);
                        },
                        refusals -> Outcome.refused(refusals.stream()
                                .map(one -> new Refusal("", one.key(), one.args()))
                                .toList()));
    }

    /** A paper of a consignment to print, also for its supplier. */
    public Optional<byte[]> pdf(Actor viewer, UUID id, PaperCode code, Locale locale, String site, Instant now) {
        return byId(viewer, id, now)
                .filter(view ->
                        view.papers().stream().anyMatch(one -> one.code().equals(code)))
                .flatMap(view -> papers.pdf(Actor.system(), code, locale, site));
    }

    // ── Inside ──────────────────────────────────────────────────────────────────

    private interface Step {
        Outcome<UUID> take(Consignment consignment, Promise promise, boolean onBehalf, String key);
    }

    private Outcome<UUID> step(Actor actor, UUID id, String key, ConsignmentDeed deed, Instant now, Step step) {
        return rows.locked(id)
                .flatMap(found -> promises.bySupplier(actor, found.ask(), now)
                        .map(promise -> taken(found, promise, false, key, deed, step))
                        .or(() -> promises.toOffice(actor, found.ask(), now)
                                .map(promise -> taken(found, promise, true, key, deed, step))))
                .orElseGet(Consignments::notFound);
    }

    private Outcome<UUID> byDesk(Actor desk, UUID id, String key, ConsignmentDeed deed, Instant now, Step step) {
        return rows.locked(id)
                .flatMap(found -> promises.toOffice(desk, found.ask(), now)
                        .map(promise -> taken(found, promise, false, key, deed, step)))
                .orElseGet(Consignments::notFound);
    }

    private Outcome<UUID> taken(
            Consignment found, Promise promise, boolean onBehalf, String typedKey, ConsignmentDeed deed, Step step) {
        String key = deed + " " + DispatchRules.key(typedKey);
        if (rows.taken(found.id(), key).isPresent()) {
            return Outcome.accepted(found.id());
        }
        return closed(promise)
                ? Outcome.refused(Refusal.of("consignment.closed"))
                : step.take(found, promise, onBehalf, key);
    }

    private Optional<Refusal> notOpen(Promise promise) {
        if (closed(promise)) {
            return Optional.of(Refusal.of("consignment.closed"));
        }
        return promise.stands() ? Optional.empty() : Optional.of(Refusal.of("consignment.not_promised"));
    }

    private boolean closed(Promise promise) {
        return emergencies
                .byId(Actor.system(), promise.ask().emergency())
                .filter(EmergencyView::open)
                .isEmpty();
    }

    /** @param caller who said so on the telephone; empty where the actor speaks for themselves */
    private void stepped(
            Consignment consignment,
            Promise promise,
            ConsignmentDeed deed,
            Actor actor,
            String caller,
            String note,
            String key,
            Instant now) {
        boolean called = !caller.isEmpty();
        rows.add(
                consignment.id(),
                new ConsignmentEntry(now, deed, called ? caller : actor.name(), called ? actor.name() : "", note),
                key);
        ConsignmentView view = view(consignment, promise);
        book.note(
                promise.ask().emergency(),
                actor.name(),
                Entry.Deed.CONSIGNMENT_MOVED,
                promise.ask().organisationName() + " · " + view.number() + " · " + deed,
                now);
        outbox.publish(new ConsignmentMoved(
                promise.ask().emergency(), consignment.id(), promise.ask().organisation(), deed, view.state()));
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(NOT_FOUND));
    }
}

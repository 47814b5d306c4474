package org.muster.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.allocation.Allocations;
import org.muster.allocation.Change;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.RunLine;
import org.muster.allocation.Sense;
import org.muster.ask.AskDeed;
import org.muster.ask.AskEntry;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.ask.Dealt;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.challenge.ChallengeEntry;
import org.muster.challenge.Challenges;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.planning.PlanRunId;
import org.muster.planning.model.OverrideEffect;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanCost;
import org.muster.recipe.Bilingual;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/** Gathers from everybody who worked for an emergency what came of it. */
@ApplicationScoped
class Reports {

    /** These are told by the asks themselves, and better. */
    private static final Set<Entry.Deed> TOLD_BY_ASKS =
            EnumSet.of(Entry.Deed.ASKED, Entry.Deed.ASK_ANSWERED, Entry.Deed.ASK_EXPIRED, Entry.Deed.ASK_RISEN);

    private static final Set<AskDeed> PROMISES = EnumSet.of(AskDeed.ACCEPTED, AskDeed.AGREED);

    private final EmergencyDesk desk;
    private final Asks asks;
    private final Allocations allocations;
    private final Challenges challenges;
    private final Catalogue catalogue;

    Reports(EmergencyDesk desk, Asks asks, Allocations allocations, Challenges challenges, Catalogue catalogue) {
        this.desk = desk;
        this.asks = asks;
        this.allocations = allocations;
        this.challenges = challenges;
        this.catalogue = catalogue;
    }

    ClosingReport of(Actor viewer, EmergencyView emergency, Instant now) {
        List<Dealt> dealt = asks.dealt(viewer, emergency.id(), now);
        List<RunLine> runs = allocations.runs(viewer, emergency.id());
        Map<PlanRunId, List<Dealt>> sent = new LinkedHashMap<>();
        dealt.forEach(one -> one.run()
                .ifPresent(run ->
                        sent.computeIfAbsent(run, key -> new ArrayList<>()).add(one)));
        return new ClosingReport(
                emergency,
                emergency.closing().map(EmergencyView.Closing::at).orElse(now),
                timeline(viewer, emergency, dealt, runs, now),
                given(dealt, now),
                overrides(viewer, emergency, runs, sent.keySet()),
                forecasts(viewer, emergency, sent));
    }

    // ── What happened ───────────────────────────────────────────────────────────

    private List<ClosingReport.Happening> timeline(
            Actor viewer, EmergencyView emergency, List<Dealt> dealt, List<RunLine> runs, Instant now) {
        List<ClosingReport.Happening> happened = new ArrayList<>();
        desk.wholeRecord(viewer, emergency.id()).stream()
                .filter(entry -> !TOLD_BY_ASKS.contains(entry.deed()))
                .map(entry -> new ClosingReport.Happening(
                        entry.at(), entry.who(), new ClosingReport.Kind.OnRecord(entry.deed()), entry.detail()))
                .forEach(happened::add);
        for (Dealt one : dealt) {
            AskView ask = one.ask();
            ask.history()
                    .forEach(entry -> happened.add(new ClosingReport.Happening(
                            entry.at(),
                            entry.who(),
                            new ClosingReport.Kind.WithSupplier(entry.deed()),
                            about(ask, entry))));
        }
        for (RunLine line : runs) {
            happened.add(new ClosingReport.Happening(
                    line.run().begunAt(), line.run().begunBy(), new ClosingReport.Kind.Planned(false), ""));
            Instant finished = line.run().finishedAt();
            if (finished != null) {
                happened.add(new ClosingReport.Happening(finished, "", new ClosingReport.Kind.Planned(true), ""));
            }
        }
        challenges.of(viewer, emergency.id(), now).stream()
                .flatMap(challenge -> challenges.file(viewer, challenge.id(), now).stream())
                .flatMap(file -> file.entries().stream()
                        .map(entry -> new ClosingReport.Happening(
                                entry.at(),
                                entry.who(),
                                new ClosingReport.Kind.OnChallenge(entry.deed()),
                                about(file.challenge().title(), entry))))
                .forEach(happened::add);
        // Things of one moment stay in the order in which each feature wrote them down.
        happened.sort(Comparator.comparing(ClosingReport.Happening::at));
        return happened;
    }

    private static String about(AskView ask, AskEntry entry) {
        return entry.note().isEmpty()
                ? ask.organisationName() + " · " + ask.title()
                : ask.organisationName() + " · " + ask.title() + " · " + entry.note();
    }

    private static String about(String title, ChallengeEntry entry) {
        return entry.detail().isEmpty() ? title : title + " · " + entry.detail();
    }

    // ── Who gave what ───────────────────────────────────────────────────────────

    private List<ClosingReport.Given> given(List<Dealt> dealt, Instant now) {
        Map<ListingId, Boolean> open = new HashMap<>();
        return dealt.stream()
                .map(one -> {
                    AskView ask = one.ask();
                    return new ClosingReport.Given(
                            ask.organisation(),
                            ask.organisationName(),
                            open.computeIfAbsent(one.listing(), listing -> isOpen(listing, now)),
                            new Bilingual(ask.thingZh(), ask.thingEn()),
                            ask.quantity(),
                            ask.basis(),
                            ask.price(),
                            value(ask.price(), ask.quantity()),
                            ask.askedAt(),
                            promisedAt(ask),
                            ask.state(),
                            one.ledger());
                })
                .toList();
    }

    /** What is not known to be open to everybody is not. */
    private boolean isOpen(ListingId listing, Instant now) {
        return catalogue
                .view(Actor.system(), listing, now)
                .filter(view -> view.confidentiality() == Confidentiality.PUBLIC)
                .isPresent();
    }

    static Optional<Money> value(Optional<Price> price, Optional<Quantity> quantity) {
        return price.flatMap(asked -> quantity.filter(some ->
                        some.unit().dimension().equals(asked.per().unit().dimension()))
                .map(some -> new Money(
                        some.inBase()
                                .multiply(BigDecimal.valueOf(asked.money().minor()))
                                .divide(asked.per().inBase(), 0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        asked.money().currency())));
    }

    private static Optional<Instant> promisedAt(AskView ask) {
        return ask.history().stream()
                .filter(entry -> PROMISES.contains(entry.deed()))
                .map(AskEntry::at)
                .max(Comparator.naturalOrder());
    }

    // ── What was put before others ──────────────────────────────────────────────

    private List<ClosingReport.Override> overrides(
            Actor viewer, EmergencyView emergency, List<RunLine> runs, Set<PlanRunId> sent) {
        return runs.stream()
                .filter(line -> line.wish().changes().stream().anyMatch(Change.OtherPriority.class::isInstance))
                .flatMap(line -> line.before().stream()
                        .flatMap(before -> override(viewer, emergency, line, before, sent).stream()))
                .sorted(Comparator.comparing(ClosingReport.Override::at))
                .toList();
    }

    private Optional<ClosingReport.Override> override(
            Actor viewer, EmergencyView emergency, RunLine line, PlanRunId before, Set<PlanRunId> sent) {
        PlanRunId run = line.run().id();
        return allocations
                .compare(viewer, emergency.id(), before, run)
                .flatMap(comparison -> comparison
                        .override()
                        .flatMap(effect -> allocations
                                .run(viewer, emergency.id(), run)
                                .map(planned ->
                                        told(line, planned.sense(), effect, comparison.cost(), sent.contains(run)))));
    }

    private static ClosingReport.Override told(
            RunLine line, Sense sense, OverrideEffect effect, long cost, boolean sent) {
        int favoured = effect.override().demand();
        List<ClosingReport.Lost> lost = new ArrayList<>();
        for (int d = 0; d < effect.lost().size(); d++) {
            if (effect.lost().get(d) > 0) {
                Sense.DemandSense demand = sense.demands().get(d);
                lost.add(new ClosingReport.Lost(
                        demand.name(),
                        demand.area(),
                        sense.asWanted(d, effect.lost().get(d))));
            }
        }
        return new ClosingReport.Override(
                line.run().begunAt(),
                line.run().begunBy(),
                effect.override().reason(),
                sense.demands().get(favoured).name(),
                sense.asWanted(favoured, effect.gained()),
                lost,
                effect.movedFromOthers(),
                sense.yuan(cost),
                sent);
    }

    // ── Forecast and fact ───────────────────────────────────────────────────────

    private List<ClosingReport.Forecast> forecasts(
            Actor viewer, EmergencyView emergency, Map<PlanRunId, List<Dealt>> sent) {
        return sent.entrySet().stream()
                .flatMap(entry -> allocations.run(viewer, emergency.id(), entry.getKey()).stream()
                        .flatMap(run ->
                                run.detail().answer().stream().map(answer -> forecast(run, answer, entry.getValue()))))
                .toList();
    }

    private static ClosingReport.Forecast forecast(PlannedRun run, PlanAnswer answer, List<Dealt> asked) {
        List<Dealt> promised =
                asked.stream().filter(one -> one.promised() || one.delivered()).toList();
        List<Instant> promises =
                promised.stream().flatMap(one -> promisedAt(one.ask()).stream()).toList();
        boolean all = promises.size() == asked.size();
        BigDecimal paid = BigDecimal.ZERO;
        int unpriced = 0;
        for (Dealt one : promised) {
            Optional<Money> value = value(one.ask().price(), one.ask().quantity())
                    .filter(money -> money.currency().equals(Money.YUAN));
            paid = paid.add(value.map(Money::major).orElse(BigDecimal.ZERO));
            unpriced += value.isPresent() ? 0 : 1;
        }
        PlanCost cost = answer.proven().plan().cost();
        return new ClosingReport.Forecast(
                asked.stream()
                        .map(one -> one.ask().askedAt())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                answer.outlook().probability(),
                asked.size(),
                promised.size(),
                run.sense().at(answer.schedule().allocated()),
                all ? promises.stream().max(Comparator.naturalOrder()) : Optional.empty(),
                run.sense().yuan(cost.goods() + cost.offers() + cost.suppliers()),
                paid,
                unpriced);
    }
}

package org.muster.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.Change;
import org.muster.allocation.Comparison;
import org.muster.allocation.LegBasis;
import org.muster.allocation.LegalBasis;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.Sense;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.web.Heads;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.planning.PlanRunView;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.OverrideEffect;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanCost;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Schedule;
import org.muster.planning.model.Task;
import org.muster.planning.model.WhyLeg;
import org.muster.recipe.Bilingual;
import org.muster.recipe.RecipeStage;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** Plans in the words of their page: positions become names, ticks become yuan, smallest units become what people count in. */
@ApplicationScoped
class PlanPages {

    private static final int MOST_CALLERS = 4;
    private static final int MOST_MISSES_EACH = 4;
    private static final int MOST_DOUBTFUL = 20;
    private static final int PICTURE = 1000;

    private final OrganisationRegistry registry;
    private final Heads heads;
    private final CurrentActor actor;
    private final Language language;

    PlanPages(OrganisationRegistry registry, Heads heads, CurrentActor actor, Language language) {
        this.registry = registry;
        this.heads = heads;
        this.actor = actor;
        this.language = language;
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }

    /** Within so many per cent of the best; blank where it is the best. Rounded up, so that nothing is said to be nearer than it is. */
    static String gap(PlanRunView.Figures figures) {
        return figures.optimal()
                ? ""
                : Figures.number(figures.netGap().movePointRight(2).stripTrailingZeros()) + " %";
    }

    String money(Sense sense, long ticks) {
        return Figures.money(Money.yuan(sense.yuan(ticks).toPlainString()), language.locale());
    }

    String name(Bilingual name) {
        return name.in(language.locale());
    }

    String demand(Sense sense, String key) {
        return sense.demands().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(this::demand)
                .orElse(key);
    }

    private String demand(Sense.DemandSense demand) {
        return name(demand.name()) + " · " + heads.place(demand.area());
    }

    private String requirement(Sense sense, int position) {
        Sense.RequirementSense of = sense.requirements().get(position);
        return sense.demands().size() > 1
                ? name(of.name()) + " (" + demand(sense.demands().get(of.demand())) + ")"
                : name(of.name());
    }

    private String requirement(Sense sense, String key) {
        return IntStream.range(0, sense.requirements().size())
                .filter(i -> sense.requirements().get(i).key().equals(key))
                .mapToObj(i -> requirement(sense, i))
                .findFirst()
                .orElse(key);
    }

    String title(Sense.OfferSense offer) {
        boolean chinese = language.isChinese()
                || offer.titleEn() == null
                || offer.titleEn().isBlank();
        return chinese ? offer.title() : offer.titleEn();
    }

    String supplier(Sense.SupplierSense supplier) {
        boolean chinese = language.isChinese()
                || supplier.nameEn() == null
                || supplier.nameEn().isBlank();
        return chinese ? supplier.name() : supplier.nameEn();
    }

    private String mobile(OrganisationId organisation, Map<OrganisationId, String> known) {
        return known.computeIfAbsent(
                organisation,
                one -> registry.profile(actor.get(), one)
                        .flatMap(OrganisationProfile::contacts)
                        .flatMap(contacts -> Optional.ofNullable(contacts.mobile()))
                        .orElse(""));
    }

    /** Each change in words. */
    List<String> changes(List<Change> changes, Sense sense) {
        return changes.stream().map(change -> said(change, sense)).toList();
    }

    private String said(Change change, Sense sense) {
        PlanMessages words = language.messages(PlanMessages.class);
        Locale locale = language.locale();
        if (change instanceof Change.Pin pin) {
            return words.changed_pin(
                    listing(sense, pin.listing().toString()),
                    requirement(sense, pin.requirement()),
                    Figures.exact(pin.quantity(), locale));
        } else if (change instanceof Change.NoListing no) {
            return words.changed_no(listing(sense, no.listing().toString()));
        } else if (change instanceof Change.NoSupplier no) {
            return words.changed_no(named(sense, no.supplier()));
        } else if (change instanceof Change.OtherDate date) {
            return words.changed_date(Times.exact(date.releasedBy(), language.zone(), locale));
        } else if (change instanceof Change.OtherQuantity quantity) {
            return words.changed_quantity(demand(sense, quantity.demand()), Figures.exact(quantity.output(), locale));
        } else if (change instanceof Change.OtherPriority priority) {
            return words.changed_priority(demand(sense, priority.demand()), priority.priority(), priority.reason());
        } else if (change instanceof Change.OtherFreight freight) {
            return words.changed_freight(freight.yuan().toPlainString());
        }
        Change.OtherPrice price = (Change.OtherPrice) change;
        return words.changed_price(
                requirement(sense, price.requirement()), price.yuan().toPlainString());
    }

    private String listing(Sense sense, String id) {
        return sense.offers().stream()
                .filter(offer -> offer.listing().toString().equals(id))
                .findFirst()
                .map(offer -> supplier(sense.suppliers().get(offer.supplier())) + " · " + title(offer))
                .orElse(id);
    }

    private String named(Sense sense, OrganisationId id) {
        return sense.suppliers().stream()
                .filter(one -> one.organisation().equals(id))
                .findFirst()
                .map(this::supplier)
                .orElse(id.toString());
    }

    List<PlanPage.DoubtRow> doubts(List<Doubt> doubts, Sense sense) {
        return doubts.stream()
                .map(doubt -> {
                    Sense.OfferSense offer = sense.offers().get(doubt.offer());
                    return new PlanPage.DoubtRow(
                            title(offer),
                            supplier(sense.suppliers().get(offer.supplier())),
                            Figures.number(doubt.wanted().stripTrailingZeros()),
                            Figures.number(doubt.left().stripTrailingZeros()));
                })
                .toList();
    }

    PlanPage.@Nullable Found found(PlannedRun run, EmergencyView emergency, WhatIf typed, List<Refusal> refusals) {
        Optional<PlanAnswer> answer = run.detail().answer();
        Optional<ProvenPlan> proven =
                answer.map(PlanAnswer::proven).or(() -> run.detail().best());
        return proven.map(plan -> new Building(run, emergency, plan, answer, typed, refusals).build())
                .orElse(null);
    }

    PlanPage.Compared compared(Comparison of, String beforeUrl, Sense sense) {
        PlanMessages words = language.messages(PlanMessages.class);
        Optional<OverrideEffect> effect = of.override();
        List<String> lost = effect.map(one -> IntStream.range(0, one.lost().size())
                        .filter(d -> one.lost().get(d) > 0
                                || one.moved().get(d) > 0 && d != one.override().demand())
                        .mapToObj(d -> words.override_lost(
                                demand(sense.demands().get(d)),
                                exact(sense.asWanted(d, one.lost().get(d))),
                                Figures.number(BigDecimal.valueOf(one.moved().get(d)))))
                        .toList())
                .orElse(List.of());
        return new PlanPage.Compared(
                beforeUrl,
                of.outputs().stream()
                        .map(one -> new PlanPage.OutputRow(
                                name(one.name()),
                                heads.place(one.area()),
                                shown(one.before()),
                                shown(one.after()),
                                one.after().amount().compareTo(one.before().amount()) < 0))
                        .toList(),
                of.legs().stream()
                        .filter(one ->
                                one.before().amount().compareTo(one.after().amount()) != 0)
                        .map(one -> new PlanPage.LegChangeRow(
                                one.supplier(),
                                one.title(),
                                name(one.requirementName()),
                                shown(one.before()),
                                shown(one.after())))
                        .toList(),
                money(sense, Math.abs(of.cost())),
                of.cost() > 0,
                effect.map(one -> exact(sense.asWanted(one.override().demand(), one.gained())))
                        .orElse(null),
                lost);
    }

    private String between() {
        return language.isChinese() ? "、" : ", ";
    }

    private String exact(Quantity quantity) {
        return Figures.exact(shown(quantity), language.locale());
    }

    /** Three decimals of tonnes are kilograms; more is not shown. */
    static Quantity shown(Quantity amount) {
        return amount.rounded(3);
    }

    /** Rounded down, so that nothing is whole that is not. */
    static int share(long part, long whole) {
        return whole == 0 ? 100 : (int) Math.min(100, Math.floorDiv(Math.multiplyExact(part, 100L), whole));
    }

    private final class Building {

        private final PlannedRun run;
        private final Sense sense;
        private final EmergencyView emergency;
        private final ProvenPlan proven;
        private final Plan plan;
        private final PlanProblem problem;
        private final Optional<PlanAnswer> answer;
        private final WhatIf typed;
        private final List<Refusal> refusals;
        private final Map<OrganisationId, String> mobiles = new HashMap<>();

        Building(
                PlannedRun run,
                EmergencyView emergency,
                ProvenPlan proven,
                Optional<PlanAnswer> answer,
                WhatIf typed,
                List<Refusal> refusals) {
            this.run = run;
            this.sense = run.sense();
            this.emergency = emergency;
            this.proven = proven;
            this.plan = proven.plan();
            this.problem = run.detail().order().problem();
            this.answer = answer;
            this.typed = typed;
            this.refusals = refusals;
        }

        PlanPage.Found build() {
            PlanCost cost = plan.cost();
            var figures = new PlanRunView.Figures(cost.total(), proven.bound(), proven.unavoidable());
            Optional<Explanation> explanation = answer.map(PlanAnswer::explanation);
            return new PlanPage.Found(
                    money(sense, cost.goods() + cost.offers() + cost.suppliers()),
                    money(sense, proven.bound()),
                    gap(figures),
                    answer.map(one -> percent(one.outlook().probability())).orElse(""),
                    answer.map(one -> percent(one.outlook().uncertainty())).orElse(""),
                    answer.map(one -> one.outlook().scenarios()).orElse(0),
                    costs(cost),
                    answer.map(this::clocks).orElse(List.of()),
                    demands(),
                    legs(explanation),
                    explanation.map(this::bindings).orElse(List.of()),
                    explanation.map(this::remainders).orElse(List.of()),
                    misses(explanation),
                    answer.map(this::hedges).orElse(List.of()),
                    answer.map(one -> tasks(one.schedule())).orElse(List.of()),
                    sense.assumptions(),
                    doubtful(),
                    sense.demands().stream()
                            .map(one -> new Choice(one.key(), demand(one)))
                            .toList(),
                    IntStream.range(0, sense.requirements().size())
                            .mapToObj(
                                    i -> new Choice(sense.requirements().get(i).key(), requirement(sense, i)))
                            .toList(),
                    Arrays.stream(LegalBasis.values())
                            .map(basis -> Choice.of(
                                    basis, language.messages(PlanMessages.class).basis(basis)))
                            .toList(),
                    (int) plan.legs().stream()
                            .map(leg -> offer(leg.arc()).supplier())
                            .distinct()
                            .count());
        }

        private Sense.OfferSense offer(int arc) {
            return sense.offers().get(problem.arcs().get(arc).offer());
        }

        private Sense.SupplierSense supplierOf(int arc) {
            return sense.suppliers().get(offer(arc).supplier());
        }

        private String mobile(Sense.SupplierSense supplier) {
            return PlanPages.this.mobile(supplier.organisation(), mobiles);
        }

        private List<PlanPage.CostRow> costs(PlanCost cost) {
            List<PlanPage.CostRow> rows = new ArrayList<>();
            cost(rows, PlanPage.Cost.GOODS, cost.goods());
            cost(rows, PlanPage.Cost.OFFERS, cost.offers());
            cost(rows, PlanPage.Cost.SUPPLIERS, cost.suppliers());
            cost(rows, PlanPage.Cost.LATENESS, cost.lateness());
            cost(rows, PlanPage.Cost.MOVED, cost.moved());
            return rows;
        }

        private void cost(List<PlanPage.CostRow> rows, PlanPage.Cost kind, long ticks) {
            if (ticks > 0) {
                rows.add(new PlanPage.CostRow(kind, money(sense, ticks)));
            }
        }

        // ── Clocks ──────────────────────────────────────────────────────────────

        private List<PlanPage.ClockRow> clocks(PlanAnswer of) {
            Schedule schedule = of.schedule();
            List<PlanPage.ClockRow> rows = new ArrayList<>();
            rows.add(clock(
                    PlanPage.ClockRow.Kind.ALLOCATED, "", sense.at(schedule.allocated()), emergency.allocateBy()));
            rows.add(clock(
                    PlanPage.ClockRow.Kind.FIRST_PIECE,
                    "",
                    sense.at(schedule.firstGoodPiece()),
                    emergency.firstPieceBy()));
            @Nullable Instant by = emergency.releaseBy().orElse(null);
            for (int k = 0; k < sense.stages().size(); k++) {
                Sense.StageSense stage = sense.stages().get(k);
                if (isReleased(stage.clock())) {
                    rows.add(clock(PlanPage.ClockRow.Kind.RELEASED, name(stage.name()), sense.at(ends(of, k)), by));
                }
            }
            for (Sense.BesideSense beside : sense.beside()) {
                if (isReleased(beside.clock())) {
                    long begins = beside.after() < 0 ? schedule.allocated() : ends(of, beside.after());
                    rows.add(clock(
                            PlanPage.ClockRow.Kind.RELEASED,
                            name(beside.name()),
                            sense.at(begins + beside.minutes()),
                            by));
                }
            }
            if (rows.stream().noneMatch(row -> row.kind() == PlanPage.ClockRow.Kind.RELEASED)) {
                rows.add(clock(PlanPage.ClockRow.Kind.RELEASED, "", sense.at(schedule.released()), by));
            }
            return rows;
        }

        private PlanPage.ClockRow clock(PlanPage.ClockRow.Kind kind, String name, Instant at, @Nullable Instant by) {
            return new PlanPage.ClockRow(kind, name, at, by, by != null && at.isAfter(by));
        }

        private static boolean isReleased(Optional<RecipeStage.Clock> clock) {
            return clock.filter(one -> one == RecipeStage.Clock.RELEASED).isPresent();
        }

        /** Where stages follow each other, one ends when the next may begin; otherwise it takes as long as its recipe says. */
        private long ends(PlanAnswer of, int stage) {
            List<Long> milestones = of.milestones();
            return milestones.size() > sense.stages().size()
                    ? milestones.get(stage + 1)
                    : milestones.get(stage) + sense.stages().get(stage).minutes();
        }

        // ── Requirements ────────────────────────────────────────────────────────

        private List<PlanPage.DemandRow> demands() {
            long[] taken = new long[problem.requirements().size()];
            long[] brought = new long[taken.length];
            Map<Integer, Set<String>> suppliers = new HashMap<>();
            Map<Integer, Long> quantities = new HashMap<>();
            for (Leg leg : plan.legs()) {
                int requirement = problem.arcs().get(leg.arc()).requirement();
                taken[requirement] += leg.quantity();
                quantities.put(leg.arc(), leg.quantity());
                suppliers
                        .computeIfAbsent(requirement, r -> new LinkedHashSet<>())
                        .add(supplier(supplierOf(leg.arc())));
            }
            for (Included included : problem.included()) {
                Long quantity = quantities.get(included.arc());
                if (quantity != null) {
                    brought[included.requirement()] += included.broughtBy(quantity);
                }
            }
            Set<Integer> scarce = answer.map(one -> one.explanation().remainders().stream()
                            .map(remainder -> remainder.requirement())
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
            List<PlanPage.DemandRow> rows = new ArrayList<>();
            for (int d = 0; d < sense.demands().size(); d++) {
                Sense.DemandSense demand = sense.demands().get(d);
                long wanted = problem.demands().get(d).output();
                long reached = plan.outputs().get(d);
                List<PlanPage.NeedRow> needs = new ArrayList<>();
                for (int r = 0; r < taken.length; r++) {
                    Sense.RequirementSense of = sense.requirements().get(r);
                    if (of.demand() == d) {
                        long needed = problem.requirements().get(r).quantity();
                        long covered = taken[r] + brought[r];
                        needs.add(new PlanPage.NeedRow(
                                Math.min(3, Math.max(1, of.tier())),
                                name(of.name()),
                                shown(sense.asNeeded(r, needed)),
                                shown(sense.asNeeded(r, Math.min(covered, Math.max(needed, taken[r])))),
                                brought[r] == 0 ? null : shown(sense.asNeeded(r, Math.min(brought[r], needed))),
                                share(covered, needed),
                                scarce.contains(r),
                                List.copyOf(suppliers.getOrDefault(r, Set.of()))));
                    }
                }
                rows.add(new PlanPage.DemandRow(
                        demand.key(),
                        name(demand.name()),
                        heads.place(demand.area()),
                        problem.demands().get(d).priority(),
                        shown(sense.asWanted(d, wanted)),
                        shown(sense.asWanted(d, reached)),
                        share(reached, wanted),
                        needs));
            }
            return rows;
        }

        // ── Legs ────────────────────────────────────────────────────────────────

        private List<PlanPage.LegRow> legs(Optional<Explanation> explanation) {
            Map<Integer, WhyLeg> whys = new HashMap<>();
            explanation.ifPresent(
                    one -> one.legs().forEach(why -> whys.put(why.leg().arc(), why)));
            Map<Integer, LegBasis> bases = new HashMap<>();
            run.bases().forEach(basis -> bases.put(basis.arc(), basis));
            return plan.legs().stream()
                    .sorted(Comparator.comparing(
                            (Leg leg) -> problem.arcs().get(leg.arc()).requirement()))
                    .map(leg -> leg(leg, whys.get(leg.arc()), bases.get(leg.arc())))
                    .toList();
        }

        private PlanPage.LegRow leg(Leg leg, @Nullable WhyLeg why, @Nullable LegBasis basis) {
            Arc arc = problem.arcs().get(leg.arc());
            Sense.ArcSense of = sense.arcs().get(leg.arc());
            Sense.OfferSense offer = sense.offers().get(arc.offer());
            Sense.SupplierSense supplier = sense.suppliers().get(offer.supplier());
            Sense.RequirementSense requirement = sense.requirements().get(arc.requirement());
            long cost = Math.multiplyExact(arc.unitPrice(), leg.quantity())
                    + problem.offers().get(arc.offer()).fixedCharge();
            return new PlanPage.LegRow(
                    leg.arc(),
                    supplier(supplier),
                    supplier.organisation().toString(),
                    mobile(supplier),
                    title(offer),
                    offer.listing().toString(),
                    requirement.key(),
                    name(requirement.name()),
                    heads.place(sense.demands().get(requirement.demand()).area()),
                    shown(sense.asOffered(arc.offer(), leg.quantity())),
                    shown(sense.asNeeded(arc.requirement(), leg.quantity())),
                    of.arrives(),
                    money(sense, cost),
                    of.price(),
                    why == null ? null : why.why(),
                    why == null || why.nextBest() < 0 ? "" : supplier(supplierOf(why.nextBest())),
                    why == null || why.dearer() <= 0 ? "" : money(sense, why.dearer()),
                    of.converted(),
                    Figures.number(BigDecimal.valueOf(of.kilometres())),
                    String.join(between(), of.certificates()),
                    of.brings().stream()
                            .map(key -> sense.requirements().stream()
                                    .filter(one -> one.key().equals(key))
                                    .findFirst()
                                    .map(one -> name(one.name()))
                                    .orElse(key))
                            .collect(Collectors.joining(between())),
                    basis,
                    form(leg.arc(), basis));
        }

        private PlanPage.BasisForm form(int arc, @Nullable LegBasis basis) {
            String basisField = "basis-" + arc;
            String authorityField = "authority-" + arc;
            String documentField = "document-" + arc;
            boolean here = !refusals.isEmpty() && typed.fields().containsKey(basisField);
            return new PlanPage.BasisForm(
                    basisField,
                    authorityField,
                    documentField,
                    here
                            ? typed.get(basisField)
                            : basis == null
                                    ? LegalBasis.MARKET_PURCHASE.name()
                                    : basis.basis().name(),
                    here ? typed.get(authorityField) : basis == null ? "" : basis.authority(),
                    here ? typed.get(documentField) : basis == null ? "" : basis.document(),
                    here || !refusals.isEmpty() && typed.get("arc").equals(Integer.toString(arc)));
        }

        // ── What binds ──────────────────────────────────────────────────────────

        private List<PlanPage.BindingRow> bindings(Explanation explanation) {
            return explanation.bindings().stream()
                    .map(binding -> {
                        int requirement = binding.requirement();
                        int demand = sense.requirements().get(requirement).demand();
                        return new PlanPage.BindingRow(
                                requirement(sense, requirement),
                                shown(sense.asNeeded(requirement, binding.step())),
                                shown(sense.asWanted(demand, binding.output())),
                                binding.saved() > 0 ? money(sense, binding.saved()) : "",
                                callers(requirement));
                    })
                    .toList();
        }

        /** Who fits and may have more, then who nearly fits; nobody twice. */
        private List<PlanPage.Caller> callers(int requirement) {
            Set<String> called = new HashSet<>();
            List<PlanPage.Caller> callers = new ArrayList<>();
            for (int a = 0; a < problem.arcs().size() && callers.size() < MOST_CALLERS; a++) {
                Sense.SupplierSense supplier = supplierOf(a);
                if (problem.arcs().get(a).requirement() == requirement && called.add(supplier.name())) {
                    callers.add(new PlanPage.Caller(supplier(supplier), mobile(supplier), title(offer(a))));
                }
            }
            sense.misses().stream()
                    .filter(miss -> miss.requirement() == requirement && called.add(miss.supplier()))
                    .limit(MOST_CALLERS)
                    .forEach(miss -> callers.add(new PlanPage.Caller(miss.supplier(), "", miss.title())));
            return callers.stream().limit(MOST_CALLERS).toList();
        }

        private List<PlanPage.RemainderRow> remainders(Explanation explanation) {
            return explanation.remainders().stream()
                    .filter(one -> one.lacking() > 0)
                    .map(one -> new PlanPage.RemainderRow(
                            "/challenges/new?emergency=" + emergency.id() + "&run="
                                    + run.detail().run().id() + "&remainder=" + one.requirement(),
                            requirement(sense, one.requirement()),
                            shown(sense.asNeeded(one.requirement(), one.lacking())),
                            shown(sense.asNeeded(one.requirement(), one.notToBeHad()))))
                    // What nobody has keeps all the others from being of use.
                    .sorted(Comparator.comparing(PlanPage.RemainderRow::isOffered))
                    .toList();
        }

        private List<PlanPage.MissRow> misses(Optional<Explanation> explanation) {
            List<PlanPage.MissRow> rows = new ArrayList<>();
            Map<Integer, Integer> said = new HashMap<>();
            explanation.ifPresent(one -> one.nearMisses().forEach(miss -> {
                int requirement = problem.arcs().get(miss.arc()).requirement();
                if (said.merge(requirement, 1, Integer::sum) <= MOST_MISSES_EACH) {
                    rows.add(new PlanPage.MissRow(
                            requirement(sense, requirement),
                            supplier(supplierOf(miss.arc())),
                            title(offer(miss.arc())),
                            offer(miss.arc()).listing().toString(),
                            miss.violation().map(broken -> broken.rule()).orElse(null),
                            miss.violation().isEmpty() && miss.dearer() > 0 ? money(sense, miss.dearer()) : "",
                            List.of()));
                }
            }));
            said.clear();
            sense.misses().forEach(miss -> {
                if (said.merge(miss.requirement(), 1, Integer::sum) <= MOST_MISSES_EACH) {
                    rows.add(new PlanPage.MissRow(
                            requirement(sense, miss.requirement()),
                            miss.supplier(),
                            miss.title(),
                            miss.listing().toString(),
                            null,
                            "",
                            miss.reasons()));
                }
            });
            rows.sort(Comparator.comparing(PlanPage.MissRow::requirement));
            return rows;
        }

        /** Offers that are hard to believe, those in the plan first; each once. */
        private List<PlanPage.DoubtfulRow> doubtful() {
            Set<Integer> used = plan.legs().stream()
                    .map(leg -> problem.arcs().get(leg.arc()).offer())
                    .collect(Collectors.toSet());
            Map<Integer, List<Refusal>> doubts = new HashMap<>();
            for (int a = 0; a < problem.arcs().size(); a++) {
                Arc arc = problem.arcs().get(a);
                List<Refusal> of = OfferDoubts.of(sense, arc.requirement(), arc.offer(), a);
                if (!of.isEmpty()) {
                    doubts.putIfAbsent(arc.offer(), of);
                }
            }
            return doubts.entrySet().stream()
                    .sorted(Comparator.comparing(
                                    (Map.Entry<Integer, List<Refusal>> one) -> !used.contains(one.getKey()))
                            .thenComparing(Map.Entry::getKey))
                    .limit(MOST_DOUBTFUL)
                    .map(one -> {
                        Sense.OfferSense offer = sense.offers().get(one.getKey());
                        Sense.SupplierSense supplier = sense.suppliers().get(offer.supplier());
                        return new PlanPage.DoubtfulRow(
                                supplier(supplier),
                                mobile(supplier),
                                title(offer),
                                offer.listing().toString(),
                                used.contains(one.getKey()),
                                one.getValue());
                    })
                    .toList();
        }

        private List<PlanPage.HedgeRow> hedges(PlanAnswer of) {
            return of.hedges().stream().map(this::hedge).toList();
        }

        private PlanPage.HedgeRow hedge(Hedge hedge) {
            Arc arc = problem.arcs().get(hedge.arc());
            Sense.SupplierSense supplier = supplierOf(hedge.arc());
            return new PlanPage.HedgeRow(
                    supplier(supplier),
                    mobile(supplier),
                    title(offer(hedge.arc())),
                    shown(sense.asOffered(arc.offer(), hedge.quantity())),
                    requirement(sense, arc.requirement()),
                    money(sense, hedge.cost()),
                    percent(hedge.before().probability()),
                    percent(hedge.after().probability()));
        }

        // ── Time ────────────────────────────────────────────────────────────────

        private List<PlanPage.TaskRow> tasks(Schedule schedule) {
            long last = Math.max(
                    1, schedule.tasks().stream().mapToLong(Task::ends).max().orElse(1));
            Set<Task> critical = new HashSet<>(schedule.criticalPath());
            List<PlanPage.TaskRow> rows = new ArrayList<>();
            schedule.tasks().stream()
                    .sorted(Comparator.comparingLong(Task::begins).thenComparingLong(Task::ends))
                    .forEach(task -> rows.add(row(
                            PlanPage.TaskRow.Kind.valueOf(task.kind().name()),
                            name(task),
                            task.begins(),
                            task.ends(),
                            last,
                            critical.contains(task))));
            return rows;
        }

        private PlanPage.TaskRow row(
                PlanPage.TaskRow.Kind kind, String name, long begins, long ends, long last, boolean critical) {
            int x = (int) (begins * PICTURE / last);
            int width = Math.max(4, (int) ((ends - begins) * PICTURE / last));
            return new PlanPage.TaskRow(
                    kind, name, sense.at(begins), sense.at(ends), Math.min(x, PICTURE - 4), width, critical);
        }

        private String name(Task task) {
            return switch (task.kind()) {
                case ANSWER -> "";
                case HOLD ->
                    PlanPages.this.name(sense.stages().get(task.stage()).name());
                case ARRIVAL, MAKING ->
                    supplier(supplierOf(task.arc())) + " · "
                            + PlanPages.this.name(sense.requirements()
                                    .get(problem.arcs().get(task.arc()).requirement())
                                    .name());
            };
        }

        private String name(Bilingual name) {
            return PlanPages.this.name(name);
        }

        private String requirement(Sense of, int position) {
            return PlanPages.this.requirement(of, position);
        }
    }
}

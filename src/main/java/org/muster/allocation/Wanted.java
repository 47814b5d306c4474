package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.NeedSum;
import org.muster.recipe.Bilingual;
import org.muster.recipe.Exploded;
import org.muster.recipe.Measure;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeId;
import org.muster.recipe.RecipeLine;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/**
 * What an emergency wants: outputs for its areas, what each of them takes, and until when. Pure: from the recipes taken, the needs that count, and what a
 * coordinator wants otherwise.
 *
 * @param deadline until when all of it has to be released
 * @param answered minutes from the start until those who are asked have answered
 */
record Wanted(
        Instant start,
        Instant deadline,
        long answered,
        List<Output> outputs,
        List<Resource> resources,
        Course course,
        List<Refusal> assumptions) {

    private static final Duration LONGEST = Duration.ofDays(730);

    Wanted {
        outputs = List.copyOf(outputs);
        resources = List.copyOf(resources);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * A demand.
     *
     * @param copy the recipe it is made by; null for an item that no recipe makes
     * @param units its output in the order's units
     * @param priority 1 comes first, without gaps
     */
    record Output(
            String key,
            @Nullable RecipeCopy copy,
            Bilingual name,
            String term,
            String area,
            int priority,
            Quantity quantity,
            Smallest smallest,
            long units) {}

    /**
     * A requirement.
     *
     * @param line null for an item that no recipe makes
     * @param main whether offers of the whole output go here, and bring other things along
     * @param amounts the same amount in each measure it has
     * @param units the first amount in the order's units
     * @param measures for each measure how many of its base units one of the order's units is
     * @param stage position in the course
     * @param days for how many days a thing that is had by time is needed
     */
    record Resource(
            String key,
            int output,
            RecipeLine.@Nullable Kind kind,
            @Nullable RecipeLine line,
            int tier,
            boolean main,
            Bilingual name,
            String term,
            List<Quantity> amounts,
            Smallest smallest,
            long units,
            Map<String, BigDecimal> measures,
            int stage,
            Bilingual stageName,
            BigDecimal days,
            Instant neededBy) {
        Resource {
            amounts = List.copyOf(amounts);
            measures = Map.copyOf(measures);
        }

        String under() {
            return line == null || line.under() == null ? "" : line.under();
        }

        String lineKey() {
            return line == null ? "" : line.key();
        }

        List<String> papers() {
            return line == null || line.papers() == null ? List.of() : line.papers();
        }
    }

    static Wanted of(
            EmergencyView emergency,
            List<RecipeCopy> copies,
            List<NeedSum> needs,
            PlanWish wish,
            Terms terms,
            Instant now) {
        return of(emergency, copies, needs, wish, terms, Map.of(), now);
    }

    /** @param times when what the stages of several recipes take is there, as far as that is known; see {@link Course#at} */
    static Wanted of(
            EmergencyView emergency,
            List<RecipeCopy> copies,
            List<NeedSum> needs,
            PlanWish wish,
            Terms terms,
            Map<RecipeId, List<Long>> times,
            Instant now) {
        return new Gathering(emergency, copies, needs, wish, terms, now).wanted(times);
    }

    private static final class Gathering {

        private final EmergencyView emergency;
        private final List<RecipeCopy> copies;
        private final List<NeedSum> needs;
        private final PlanWish wish;
        private final Terms terms;
        private final Instant now;
        private final List<Refusal> assumptions = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();
        private final List<Exploded> exploded = new ArrayList<>();

        Gathering(
                EmergencyView emergency,
                List<RecipeCopy> copies,
                List<NeedSum> needs,
                PlanWish wish,
                Terms terms,
                Instant now) {
            this.emergency = emergency;
            this.copies = copies;
            this.needs = needs;
            this.wish = wish;
            this.terms = terms;
            this.now = now;
        }

        Wanted wanted(Map<RecipeId, List<Long>> times) {
            long answered = answered();
            copies.forEach(this::output);
            needs.forEach(this::item);
            List<Output> ranked = ranked();
            Course reckoned = Course.of(copies, answered);
            Instant deadline = deadline(reckoned);
            Course course =
                    reckoned.at(times).until(Duration.between(now, deadline).toMinutes());
            if (!course.follow()) {
                assumptions.add(Refusal.of("allocation.assumed_milestones"));
            }
            List<Resource> resources = new ArrayList<>();
            for (int o = 0; o < ranked.size(); o++) {
                resources(o, ranked.get(o), course, deadline, resources);
            }
            return new Wanted(now, deadline, answered, ranked, resources, course, assumptions);
        }

        // ── When ────────────────────────────────────────────────────────────────

        /** Everything is to be promised by the emergency's first clock; whoever is asked has at least as long as the emergency says. */
        private long answered() {
            long left = Duration.between(now, emergency.allocateBy()).toMinutes();
            return Math.max(left, emergency.answerWithin().toMinutes());
        }

        private Instant deadline(Course course) {
            Instant least = now.plus(Duration.ofMinutes(course.shortest()));
            Optional<Instant> asked = wish.changes(Change.OtherDate.class).stream()
                    .map(Change.OtherDate::releasedBy)
                    .reduce((first, last) -> last)
                    .or(emergency::releaseBy);
            Instant usual = now.plus(Duration.ofMinutes(Math.multiplyExact(2L, course.usual())));
            Instant deadline =
                    asked.orElseGet(() -> usual.isBefore(emergency.firstPieceBy()) ? emergency.firstPieceBy() : usual);
            if (asked.isEmpty()) {
                assumptions.add(Refusal.of("allocation.assumed_deadline", deadline));
            }
            if (deadline.isBefore(least)) {
                // Nothing could be planned at all; it is said, and planned for the earliest day that is possible.
                Instant possible = now.plus(Duration.ofMinutes(course.usual()));
                Instant later = possible.isBefore(least) ? least : possible;
                assumptions.add(Refusal.of("allocation.assumed_later", deadline, later));
                deadline = later;
            }
            Instant last = now.plus(LONGEST);
            return deadline.isAfter(last) ? last : deadline;
        }

        // ── What ────────────────────────────────────────────────────────────────

        private void output(RecipeCopy copy) {
            Exploded whole = copy.exploded();
            String term = copy.recipe().term();
            Smallest smallest = Smallest.of(whole.output().unit());
            long units = smallest.ceiling(whole.output());
            Map<String, Long> shares = new LinkedHashMap<>();
            for (NeedSum need : needs) {
                if (need.area().isPresent()
                        && need.itemKey().filter(term::equals).isPresent()) {
                    need.amounts().stream()
                            .filter(amount -> amount.unit()
                                    .dimension()
                                    .equals(whole.output().unit().dimension()))
                            .forEach(amount ->
                                    shares.merge(need.area().get(), smallest.ceiling(amount), Math::addExact));
                }
            }
            if (shares.isEmpty()) {
                shares.put(emergency.areas().get(0).placeCode(), 1L);
                if (emergency.areas().size() > 1) {
                    assumptions.add(Refusal.of(
                            "allocation.assumed_one_area",
                            copy.recipe().name().zh(),
                            copy.recipe().name().en()));
                }
            }
            Map<String, Long> parts = Shares.of(units, shares);
            parts.forEach((area, part) -> {
                if (part > 0) {
                    add(copy.id().value() + "/" + area, copy, copy.recipe().name(), term, area, smallest, part);
                }
            });
        }

        /** What institutions need and no recipe of the emergency makes is had as it is. */
        private void item(NeedSum need) {
            Optional<Term> term = need.itemKey().flatMap(terms::byKey);
            boolean made = copies.stream()
                    .anyMatch(copy ->
                            need.itemKey().filter(copy.recipe().term()::equals).isPresent());
            if (term.isEmpty() || made) {
                return;
            }
            String area = need.area().orElse(emergency.areas().get(0).placeCode());
            for (Quantity amount : need.amounts()) {
                Smallest smallest = Smallest.of(amount.unit());
                if (amount.amount().signum() > 0) {
                    add(
                            "needs/" + term.get().key() + "/" + area + "/"
                                    + amount.unit().dimension().name(),
                            null,
                            new Bilingual(term.get().zh(), term.get().en()),
                            term.get().key(),
                            area,
                            smallest,
                            smallest.ceiling(amount));
                }
            }
        }

        private void add(
                String key,
                @Nullable RecipeCopy copy,
                Bilingual name,
                String term,
                String area,
                Smallest smallest,
                long usual) {
            long units = wish.changes(Change.OtherQuantity.class).stream()
                    .filter(change -> change.demand().equals(key))
                    .map(change -> smallest.ceiling(change.output()))
                    .reduce((first, last) -> last)
                    .orElse(usual);
            if (outputs.stream().anyMatch(one -> one.key().equals(key))) {
                return;
            }
            outputs.add(new Output(
                    key, copy, name, term, area, priority(key, area), smallest.quantity(units), smallest, units));
        }

        private int priority(String demand, String area) {
            return wish.changes(Change.OtherPriority.class).stream()
                    .filter(change -> change.demand().equals(demand))
                    .map(Change.OtherPriority::priority)
                    .reduce((first, last) -> last)
                    .orElseGet(() -> emergency.areas().stream()
                            .filter(one -> one.placeCode().equals(area))
                            .map(EmergencyView.AreaView::priority)
                            .findFirst()
                            .orElse(1));
        }

        /** The same order of priorities without gaps, so that weights stay small. */
        private List<Output> ranked() {
            List<Integer> ranks = new ArrayList<>(
                    new TreeSet<>(outputs.stream().map(Output::priority).toList()));
            return outputs.stream()
                    .map(one -> new Output(
                            one.key(),
                            one.copy(),
                            one.name(),
                            one.term(),
                            one.area(),
                            ranks.indexOf(one.priority()) + 1,
                            one.quantity(),
                            one.smallest(),
                            one.units()))
                    .toList();
        }

        // ── What it takes ───────────────────────────────────────────────────────

        private void resources(int o, Output output, Course course, Instant deadline, List<Resource> to) {
            RecipeCopy copy = output.copy();
            if (copy == null) {
                Course.Spot last = course.last();
                to.add(new Resource(
                        output.key(),
                        o,
                        null,
                        null,
                        1,
                        false,
                        output.name(),
                        output.term(),
                        List.of(output.quantity()),
                        output.smallest(),
                        output.units(),
                        Map.of(
                                output.quantity().unit().dimension().name(),
                                output.smallest().base()),
                        last.stage(),
                        last.name(),
                        BigDecimal.ONE,
                        deadline));
                return;
            }
            Exploded whole = copy.exploded();
            BigDecimal share = BigDecimal.valueOf(output.units())
                    .divide(BigDecimal.valueOf(output.smallest().ceiling(whole.output())), 12, RoundingMode.HALF_UP);
            Optional<RecipeLine> main = main(whole);
            List<Output> sharing =
                    outputs.stream().filter(one -> copy.equals(one.copy())).toList();
            for (Exploded.Line line : whole.lines()) {
                if (isMadeHere(whole, line.line(), main)) {
                    assumptionOnce(Refusal.of(
                            "allocation.assumed_made_here",
                            line.line().name().zh(),
                            line.line().name().en()));
                    continue;
                }
                boolean isMain = main.filter(line.line()::equals).isPresent();
                List<Quantity> amounts =
                        line.line().measure() == Measure.LINE_TIME ? List.of(made(line, whole)) : line.amounts();
                Smallest smallest = Smallest.of(amounts.get(0).unit());
                long all = smallest.ceiling(amounts.get(0));
                long units = part(all, share, output, sharing, smallest);
                Map<String, BigDecimal> measures = new LinkedHashMap<>();
                for (Quantity amount : amounts) {
                    measures.putIfAbsent(
                            amount.unit().dimension().name(),
                            amount.inBase()
                                    .multiply(smallest.base())
                                    .divide(amounts.get(0).inBase(), 18, RoundingMode.HALF_UP));
                }
                aboveIt(whole, line, smallest, amounts.get(0)).forEach(measures::putIfAbsent);
                Course.Spot spot = course.spot(copy, line.line(), isMain);
                to.add(new Resource(
                        output.key() + "/" + line.line().key(),
                        o,
                        line.line().kind(),
                        line.line(),
                        line.tier(),
                        isMain,
                        line.line().name(),
                        line.line().term(),
                        amounts.stream()
                                .map(amount -> scaled(amount, units, all))
                                .toList(),
                        smallest,
                        units,
                        measures,
                        spot.stage(),
                        spot.name(),
                        days(whole),
                        course.latest(spot, now, deadline)));
            }
        }

        private void assumptionOnce(Refusal assumption) {
            if (!assumptions.contains(assumption)) {
                assumptions.add(assumption);
            }
        }

        /** Where offers of the whole output go: the line that makes it, else the goods, else the first machine. */
        private static Optional<RecipeLine> main(Exploded whole) {
            for (RecipeLine.Kind kind :
                    List.of(RecipeLine.Kind.LINE, RecipeLine.Kind.STOCK, RecipeLine.Kind.EQUIPMENT)) {
                Optional<RecipeLine> found = whole.recipe().lines().stream()
                        .filter(line -> line.kind() == kind && line.forOutput())
                        .filter(line -> kind != RecipeLine.Kind.STOCK
                                || line.term().equals(whole.recipe().term()))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** Goods that the recipe makes on the way, of parts that it names: their parts are wanted, not they. */
        private static boolean isMadeHere(Exploded whole, RecipeLine line, Optional<RecipeLine> main) {
            return line.kind() == RecipeLine.Kind.STOCK
                    && main.filter(line::equals).isEmpty()
                    && whole.recipe().lines().stream()
                            .anyMatch(other ->
                                    line.key().equals(other.under()) && other.kind() == RecipeLine.Kind.MATERIAL);
        }

        /** Of a line's time what is made in it, so that whole lines, their rates and goods on hand can be held against each other. */
        private static Quantity made(Exploded.Line line, Exploded whole) {
            return new Quantity(
                    whole.output()
                            .amount()
                            .multiply(BigDecimal.ONE.add(line.line().wasted())),
                    whole.output().unit());
        }

        /** A load that is counted by what goes into it can be had in that measure too. */
        private static Map<String, BigDecimal> aboveIt(
                Exploded whole, Exploded.Line line, Smallest smallest, Quantity amount) {
            if (line.line().measure() != Measure.PACK || line.line().under() == null) {
                return Map.of();
            }
            Map<String, BigDecimal> measures = new LinkedHashMap<>();
            whole.line(line.line().under())
                    .ifPresent(above -> above.amounts()
                            .forEach(each -> measures.put(
                                    each.unit().dimension().name(),
                                    each.inBase()
                                            .multiply(smallest.base())
                                            .divide(amount.inBase(), 18, RoundingMode.HALF_UP))));
            return measures;
        }

        private static long part(long all, BigDecimal share, Output output, List<Output> sharing, Smallest smallest) {
            if (sharing.size() <= 1 || !smallest.whole()) {
                return share.multiply(BigDecimal.valueOf(all))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
            }
            // Whole things are shared out so that no more of them are wanted than the recipe says, unless more output
            // is.
            Map<String, Long> weights = new LinkedHashMap<>();
            sharing.forEach(one -> weights.put(one.key(), one.units()));
            return Shares.of(all, weights).getOrDefault(output.key(), 0L);
        }

        private static Quantity scaled(Quantity amount, long units, long all) {
            return new Quantity(
                    amount.amount()
                            .multiply(BigDecimal.valueOf(units))
                            .divide(BigDecimal.valueOf(Math.max(1, all)), 6, RoundingMode.HALF_UP),
                    amount.unit());
        }

        /** For how long what is had by time is needed: as long as the lines run. */
        private static BigDecimal days(Exploded whole) {
            return whole.lines().stream()
                    .filter(line -> line.line().measure() == Measure.LINE_TIME)
                    .map(line -> line.amount()
                            .amount()
                            .divide(BigDecimal.valueOf(whole.parallel()), 2, RoundingMode.CEILING))
                    .findFirst()
                    .orElse(BigDecimal.ONE)
                    .max(BigDecimal.ONE);
        }
    }

    /** Which copy a demand is made by. */
    Optional<UUID> recipeOf(Output output) {
        return Optional.ofNullable(output.copy()).map(copy -> copy.id().value());
    }
}

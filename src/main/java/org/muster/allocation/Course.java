package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.recipe.Bilingual;
import org.muster.recipe.Exploded;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeId;
import org.muster.recipe.RecipeLine;
import org.muster.recipe.RecipeStage;

/**
 * The stages of an order, in the form in which the planner counts them: what belongs to a stage has to be there, or be made in it, before it ends; then it
 * takes its minutes, whatever comes. A recipe's stages form a net; its longest way is the course, and what runs beside delays nobody.
 *
 * <p>With one recipe the stages follow each other and begin when the one before is over. Several recipes cannot wait for each other, so theirs begin at fixed
 * times: what is left until the deadline is spread over them.
 *
 * @param stages of all recipes, in the order of the problem; the last one is for what is had as it is
 * @param follow whether the stages follow each other
 * @param answered minutes until those who are asked have answered
 */
record Course(List<Stretch> stages, List<Sense.BesideSense> beside, boolean follow, long answered) {

    /** Minutes that goods are taken to be on their way where a recipe reckons with none. */
    private static final long ARRIVING = 24 * 60;

    private static final Bilingual DELIVERED = new Bilingual("到货", "Delivery");

    Course {
        stages = List.copyOf(stages);
        beside = List.copyOf(beside);
    }

    /**
     * @param recipe whose stage it is; null for the last one
     * @param stage the recipe's own; null where there is none
     * @param made whether something is made in it
     * @param minutes that it takes after everything is there
     * @param closes minutes after the start until which everything is there
     */
    record Stretch(
            String key,
            @Nullable RecipeId recipe,
            @Nullable RecipeStage stage,
            Bilingual name,
            boolean made,
            long minutes,
            long closes) {
        Stretch closing(long other) {
            return new Stretch(key, recipe, stage, name, made, minutes, other);
        }
    }

    /** Where a requirement belongs. */
    record Spot(int stage, Bilingual name) {}

    static Course of(List<RecipeCopy> copies, long answered) {
        List<Stretch> stages = new ArrayList<>();
        List<Sense.BesideSense> beside = new ArrayList<>();
        long last = answered;
        for (RecipeCopy copy : copies) {
            last = Math.max(last, add(copy, answered, stages, beside));
        }
        stages.add(new Stretch("delivered", null, null, DELIVERED, false, 0, last));
        return new Course(stages, beside, copies.size() <= 1, answered);
    }

    /**
     * The same course with what each recipe's stages take there at other times.
     *
     * @param times by recipe, one for each of its stages; the others stay as they are
     */
    Course at(Map<RecipeId, List<Long>> times) {
        Map<RecipeId, Integer> nth = new HashMap<>();
        List<Stretch> other = new ArrayList<>();
        for (Stretch stretch : stages) {
            RecipeId recipe = stretch.recipe();
            List<Long> of = recipe == null ? null : times.get(recipe);
            other.add(
                    recipe == null || of == null
                            ? stretch
                            : stretch.closing(of.get(nth.merge(recipe, 1, Integer::sum) - 1)));
        }
        return new Course(other, beside, follow, answered);
    }

    /**
     * The same course with the time that is left until the deadline: of each recipe what makes and what waits for goods gets its share of it, what takes its
     * time whatever comes does not. Where stages follow each other nothing is fixed, and nothing changes.
     *
     * @param deadline minutes after the start
     */
    Course until(long deadline) {
        if (follow) {
            return this;
        }
        List<Stretch> spread = new ArrayList<>();
        for (int k = 0; k < stages.size(); ) {
            int next = k + 1;
            while (next < stages.size()
                    && Objects.equals(stages.get(next).recipe(), stages.get(k).recipe())) {
                next++;
            }
            spread(stages.subList(k, next), deadline, spread);
            k = next;
        }
        return new Course(spread, beside, false, answered);
    }

    private void spread(List<Stretch> course, long deadline, List<Stretch> to) {
        Stretch last = course.get(course.size() - 1);
        long extra = Math.max(0, deadline - last.closes() - last.minutes());
        long[] weights = new long[course.size()];
        long weighs = 0;
        long ended = answered;
        for (int k = 0; k < weights.length; k++) {
            Stretch stretch = course.get(k);
            weights[k] = Math.max(0, stretch.closes() - ended) + (stretch.made() ? 0 : ARRIVING);
            weighs += weights[k];
            ended = stretch.closes() + stretch.minutes();
        }
        long before = 0;
        for (int k = 0; k < weights.length; k++) {
            Stretch stretch = course.get(k);
            before += weights[k];
            to.add(stretch.closing(stretch.closes() + (weighs == 0 ? 0 : extra * before / weighs)));
        }
    }

    /** The longest way through one recipe, and what runs beside it; when it is over. */
    private static long add(RecipeCopy copy, long answered, List<Stretch> stages, List<Sense.BesideSense> beside) {
        Exploded whole = copy.exploded();
        List<Exploded.Step> way = way(whole);
        long asking =
                way.isEmpty() || !isAsking(way.get(0)) ? 0 : minutes(way.get(0).ends());
        Map<String, Integer> position = new HashMap<>();
        for (Exploded.Step step : way) {
            if (isAsking(step)) {
                continue;
            }
            long begins = answered + Math.max(0, minutes(step.begins()) - asking);
            long takes = minutes(step.hours());
            boolean made = step.stage().line() != null;
            boolean delivery = isDelivery(whole, step);
            if (made
                    && (stages.isEmpty()
                            || !copy.id().equals(stages.get(stages.size() - 1).recipe())
                            || stages.get(stages.size() - 1).minutes() > 0)) {
                // What a line works with has to be there before it runs.
                stages.add(new Stretch(
                        copy.id() + "/before-" + step.stage().key(), copy.id(), null, DELIVERED, false, 0, begins));
            }
            position.put(step.stage().key(), stages.size());
            stages.add(new Stretch(
                    copy.id() + "/" + step.stage().key(),
                    copy.id(),
                    step.stage(),
                    step.stage().name(),
                    made,
                    made || delivery ? 0 : takes,
                    made || delivery ? begins + takes : begins));
        }
        for (Exploded.Step step : whole.steps()) {
            if (!position.containsKey(step.stage().key()) && !isAsking(step)) {
                beside.add(new Sense.BesideSense(
                        copy.id() + "/" + step.stage().key(),
                        step.stage().name(),
                        Objects.requireNonNullElse(step.stage().after(), List.<String>of()).stream()
                                .map(position::get)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(-1),
                        minutes(step.hours()),
                        step.stage().hold(),
                        Optional.ofNullable(step.stage().clock())));
            }
        }
        return answered + Math.max(0, minutes(whole.ends()) - asking);
    }

    /** The steps on which everything waits, one after the other. */
    private static List<Exploded.Step> way(Exploded whole) {
        List<Exploded.Step> way = new ArrayList<>();
        whole.steps().stream()
                .filter(Exploded.Step::critical)
                .sorted(Comparator.comparing(Exploded.Step::begins)
                        .thenComparing(Exploded.Step::ends, Comparator.reverseOrder()))
                .forEach(step -> {
                    if (way.isEmpty()
                            || step.begins().compareTo(way.get(way.size() - 1).ends()) >= 0) {
                        way.add(step);
                    }
                });
        return way;
    }

    /** Asking and answering is what the emergency's own clock is for. */
    private static boolean isAsking(Exploded.Step step) {
        return step.stage().clock() == RecipeStage.Clock.ALLOCATED;
    }

    /** A stage in which goods arrive and nothing else happens takes as long as their ways take, which are known. */
    private static boolean isDelivery(Exploded whole, Exploded.Step step) {
        List<RecipeLine> lines = whole.recipe().lines().stream()
                .filter(line -> line.stage().equals(step.stage().key()))
                .toList();
        return !step.stage().hold()
                && step.stage().clock() == null
                && !lines.isEmpty()
                && lines.stream()
                        .allMatch(line ->
                                line.kind() == RecipeLine.Kind.MATERIAL || line.kind() == RecipeLine.Kind.STOCK);
    }

    private static long minutes(BigDecimal hours) {
        return hours.multiply(BigDecimal.valueOf(60))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Where what a line of a recipe takes has to be: before its stage begins, or in it where it is what makes. */
    Spot spot(RecipeCopy copy, RecipeLine line, boolean main) {
        RecipeStage wanted = copy.recipe().stages().stream()
                .filter(stage -> stage.key().equals(line.stage()))
                .findFirst()
                .orElseThrow();
        int own = -1;
        int first = -1;
        for (int k = 0; k < stages.size(); k++) {
            Stretch stretch = stages.get(k);
            if (copy.id().equals(stretch.recipe())) {
                first = first < 0 ? k : first;
                own = stretch.stage() != null && stretch.stage().key().equals(line.stage()) ? k : own;
            }
        }
        if (own >= 0 && stages.get(own).made() && !main) {
            return new Spot(own - 1, wanted.name());
        }
        if (own >= 0) {
            return new Spot(own, wanted.name());
        }
        // Beside the course: there when the first stage of the course begins that begins no earlier.
        Exploded.Step step = copy.exploded().step(line.stage()).orElseThrow();
        for (int k = Math.max(0, first); k < stages.size(); k++) {
            Stretch stretch = stages.get(k);
            RecipeStage stage = stretch.stage();
            if (copy.id().equals(stretch.recipe())
                    && stage != null
                    && copy.exploded().step(stage.key()).orElseThrow().begins().compareTo(step.begins()) >= 0) {
                return new Spot(stretch.made() ? k - 1 : k, wanted.name());
            }
        }
        return new Spot(Math.max(0, first), wanted.name());
    }

    /** Where what is had as it is belongs. */
    Spot last() {
        return new Spot(stages.size() - 1, stages.get(stages.size() - 1).name());
    }

    /** Minutes that pass at least before this stage can begin. */
    long earliest(int stage) {
        if (!follow) {
            return Math.max(
                    answered, stages.get(stage).made() ? stages.get(stage - 1).closes() : 0);
        }
        long sum = answered;
        for (int k = 0; k < stage; k++) {
            sum += stages.get(k).minutes();
        }
        return sum;
    }

    /** Until when something has to be there, if everything after it is as quick as it can be. */
    Instant latest(Spot spot, Instant start, Instant deadline) {
        if (!follow) {
            return start.plus(
                    Duration.ofMinutes(Math.max(1, stages.get(spot.stage()).closes())));
        }
        long after = 0;
        for (int k = spot.stage(); k < stages.size(); k++) {
            after += stages.get(k).minutes();
        }
        Instant latest = deadline.minus(Duration.ofMinutes(after));
        Instant soonest = start.plus(Duration.ofMinutes(answered + 1));
        return latest.isBefore(soonest) ? soonest : latest;
    }

    /** Minutes that all of it takes at least. */
    long shortest() {
        return answered + (follow ? stages.stream().mapToLong(Stretch::minutes).sum() : usual() - answered);
    }

    /** Minutes that all of it takes as the recipes reckon. */
    long usual() {
        return stages.stream()
                .mapToLong(stretch -> stretch.closes() + stretch.minutes())
                .max()
                .orElse(answered);
    }
}

package org.muster.challenge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.RunLine;
import org.muster.allocation.Sense;
import org.muster.challenge.ChallengeDraft;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.planning.model.Remainder;
import org.muster.shared.Quantity;
import org.muster.shell.Language;

/** What the last plan of each emergency found nobody for: each of it is a challenge that needs no more than a specification. */
@ApplicationScoped
class Remainders {

    /** Who runs more at once has people who know what is missing. */
    private static final int MOST_EMERGENCIES = 5;

    private static final MathContext SHOWN = new MathContext(3, RoundingMode.HALF_UP);

    /** @param url of the form, filled in with it */
    record Missing(String emergency, String name, Quantity quantity, String url) {}

    private final Allocations allocations;
    private final EmergencyDesk emergencies;
    private final ChallengeWords words;
    private final Language language;

    Remainders(Allocations allocations, EmergencyDesk emergencies, ChallengeWords words, Language language) {
        this.allocations = allocations;
        this.emergencies = emergencies;
        this.words = words;
        this.language = language;
    }

    List<Missing> missing(Actor actor) {
        List<Missing> missing = new ArrayList<>();
        emergencies.list(actor).stream()
                .filter(EmergencyView::open)
                .limit(MOST_EMERGENCIES)
                .forEach(emergency -> last(actor, emergency)
                        .ifPresent(run -> remainders(run)
                                .forEach(remainder -> missing.add(new Missing(
                                        emergency.name(),
                                        sense(run, remainder).name().in(language.locale()),
                                        quantity(run, remainder),
                                        UriBuilder.fromPath("/challenges/new")
                                                .queryParam("emergency", emergency.id())
                                                .queryParam("remainder", remainder.requirement())
                                                .build()
                                                .toString())))));
        return missing;
    }

    /**
     * The form as the remainder of a plan fills it in; empty where there is no such remainder any more.
     *
     * @param of the id of the plan; without one it is the emergency's last
     */
    Optional<ChallengeDraft> draft(Actor actor, String emergencyId, String of, String requirement) {
        Optional<EmergencyView> emergency = emergencies.list(actor).stream()
                .filter(one -> one.open() && one.id().toString().equals(emergencyId))
                .findFirst();
        Optional<PlannedRun> run = emergency.flatMap(one ->
                of.isBlank() ? last(actor, one) : known(of).flatMap(id -> allocations.run(actor, one.id(), id)));
        return run.flatMap(plan -> remainders(plan).stream()
                .filter(one -> Integer.toString(one.requirement()).equals(requirement))
                .findFirst()
                .map(remainder -> draft(emergencyId, plan, remainder)));
    }

    private ChallengeDraft draft(String emergencyId, PlannedRun run, Remainder remainder) {
        Sense.RequirementSense wanted = sense(run, remainder);
        Sense.DemandSense output = run.sense().demands().get(wanted.demand());
        Quantity quantity = quantity(run, remainder);
        String amount = quantity.amount().toPlainString() + " ";
        return new ChallengeDraft(
                emergencyId,
                wanted.name().zh() + " " + amount + quantity.unit().nameZh(),
                amount + quantity.unit().nameEn() + " of " + wanted.name().en(),
                words.itemTyped(wanted.term()),
                "",
                "",
                amount + quantity.unit().nameZh(),
                words.placeTyped(output.area()),
                "",
                LocalDate.ofInstant(wanted.neededBy(), language.zone()).toString(),
                unlocks(wanted, output, Locale.CHINESE),
                unlocks(wanted, output, Locale.ENGLISH),
                Set.copyOf(wanted.papers()));
    }

    /** How much of the output one unit of what is missing makes possible. */
    private static String unlocks(Sense.RequirementSense wanted, Sense.DemandSense output, Locale locale) {
        Optional<Quantity> whole = wanted.amounts().stream()
                .filter(one -> one.unit().dimension().equals(wanted.unit().dimension()))
                .findFirst();
        if (whole.isEmpty() || whole.get().inBase().signum() <= 0) {
            return "";
        }
        BigDecimal makes = output.output()
                .amount()
                .multiply(wanted.unit().factor())
                .divide(whole.get().inBase(), SHOWN);
        Quantity one = new Quantity(makes, output.output().unit());
        return locale.equals(Locale.CHINESE)
                ? "每" + wanted.unit().nameZh() + "可做 " + one.amount().toPlainString() + " "
                        + one.unit().nameZh() + output.name().zh()
                : "each " + wanted.unit().nameEn() + " makes " + one.amount().toPlainString() + " "
                        + one.unit().counting(one.amount(), locale) + " of "
                        + output.name().en();
    }

    private static Sense.RequirementSense sense(PlannedRun run, Remainder remainder) {
        return run.sense().requirements().get(remainder.requirement());
    }

    /** In the unit people count it in; rounded up, since what is a little short is short. */
    private static Quantity quantity(PlannedRun run, Remainder remainder) {
        Sense.RequirementSense wanted = sense(run, remainder);
        BigDecimal units =
                BigDecimal.valueOf(remainder.notToBeHad()).divide(wanted.smallest(), 3, RoundingMode.CEILING);
        return new Quantity(units, wanted.unit());
    }

    private static List<Remainder> remainders(PlannedRun run) {
        return run.detail().answer().stream()
                .flatMap(answer -> answer.explanation().remainders().stream())
                .filter(remainder -> remainder.notToBeHad() > 0)
                .toList();
    }

    private static Optional<PlanRunId> known(String typed) {
        try {
            return Optional.of(PlanRunId.of(typed));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<PlannedRun> last(Actor actor, EmergencyView emergency) {
        return allocations.runs(actor, emergency.id()).stream()
                .filter(line -> line.run().state() == PlanRunState.DONE)
                .map(RunLine::run)
                .findFirst()
                .flatMap(run -> allocations.run(actor, emergency.id(), run.id()));
    }
}

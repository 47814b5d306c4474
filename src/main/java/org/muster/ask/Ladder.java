package org.muster.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muster.emergency.EmergencyView;
import org.muster.reference.WorkingHours;

/**
 * How silence rises. Whoever owes an answer is reminded each time the emergency's span has passed; from the second time on somebody on duty is told as
 * well: the lead first, then the deputies in their order. Where answers are due within a day, nights and holidays do not count as an excuse; else
 * reminders wait for working hours.
 */
final class Ladder {

    /** An answer due within this does not wait for office hours. */
    static final Duration URGENT = Duration.ofHours(24);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);

    private Ladder() {}

    /** Which rung is reached by now; 0 before the first. Nothing is said after the deadline: then it is over. */
    static int rung(Instant askedAt, Instant answerBy, Duration remindAfter, Instant now) {
        Instant latest = now.isBefore(answerBy) ? now : answerBy.minusMillis(1);
        return (int) Math.max(0, Duration.between(askedAt, latest).dividedBy(remindAfter));
    }

    /** Whether somebody may be disturbed at this moment. */
    static boolean mayRouse(Instant askedAt, Instant answerBy, Instant now, WorkingHours hours) {
        if (Duration.between(askedAt, answerBy).compareTo(URGENT) <= 0) {
            return true;
        }
        LocalDate day = now.atZone(ZONE).toLocalDate();
        LocalTime time = now.atZone(ZONE).toLocalTime();
        return hours.isWorkingDay(day) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /** Who on duty is told on a rung; the last of them from then on. */
    static Optional<EmergencyView.OnDuty> told(
            int rung, EmergencyView.OnDuty lead, List<EmergencyView.OnDuty> deputies) {
        if (rung < 2) {
            return Optional.empty();
        }
        return Optional.of(
                rung == 2 || deputies.isEmpty() ? lead : deputies.get(Math.min(rung - 3, deputies.size() - 1)));
    }
}

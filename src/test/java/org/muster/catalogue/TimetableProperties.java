package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Timetable.Kept;
import org.muster.shared.TimeWindow;

/** Whatever is said of stretches, minute by minute the timetable says what was said last. */
class TimetableProperties {

    private static final int MINUTES = 48;

    record Saying(int from, int length, @Nullable Availability availability, String note) {
        TimeWindow stretch() {
            return window(from, Math.min(from + length, MINUTES));
        }
    }

    @Property(tries = 300)
    void each_minute_says_what_was_said_of_it_last(@ForAll("sayings") List<Saying> sayings) {
        List<Kept> windows = new ArrayList<>();
        String[] expected = new String[MINUTES];
        for (Saying saying : sayings) {
            Timetable.Change change =
                    Timetable.say(List.copyOf(windows), saying.stretch(), saying.availability(), saying.note());
            assertThat(windows).containsAll(change.gone());
            windows.removeAll(change.gone());
            windows.addAll(change.come());
            for (int minute = saying.from(); minute < Math.min(saying.from() + saying.length(), MINUTES); minute++) {
                expected[minute] = saying.availability() == null ? null : saying.availability() + saying.note();
            }
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant moment = Instant.ofEpochSecond(60L * minute);
            List<String> said = windows.stream()
                    .filter(kept -> kept.during().contains(moment))
                    .map(kept -> kept.window().availability() + kept.window().note())
                    .toList();
            assertThat(said).isEqualTo(expected[minute] == null ? List.of() : List.of(expected[minute]));
        }
    }

    @Property(tries = 200)
    void what_adjoins_and_says_the_same_is_one_window(@ForAll("sayings") List<Saying> sayings) {
        List<Kept> windows = new ArrayList<>();
        for (Saying saying : sayings) {
            if (saying.availability() == null) {
                continue;
            }
            Timetable.Change change =
                    Timetable.say(List.copyOf(windows), saying.stretch(), saying.availability(), saying.note());
            windows.removeAll(change.gone());
            windows.addAll(change.come());
            for (Kept one : windows) {
                for (Kept other : windows) {
                    boolean meet = one.during().to().equals(other.during().from());
                    assertThat(meet && one.saysTheSame(other)).isFalse();
                }
            }
        }
    }

    @Property(tries = 100)
    void saying_it_again_changes_nothing(@ForAll("sayings") List<Saying> sayings) {
        List<Kept> windows = new ArrayList<>();
        for (Saying saying : sayings) {
            Timetable.Change change =
                    Timetable.say(List.copyOf(windows), saying.stretch(), saying.availability(), saying.note());
            windows.removeAll(change.gone());
            windows.addAll(change.come());
            assertThat(Timetable.say(List.copyOf(windows), saying.stretch(), saying.availability(), saying.note())
                            .nothing())
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void what_a_pattern_made_stays_its_own_beside_what_a_person_says(@ForAll("sayings") List<Saying> sayings) {
        Kept made = new Kept(new CapacityWindow(UUID.randomUUID(), window(0, MINUTES), Availability.FREE, ""), true);
        Saying saying = sayings.get(0);
        Timetable.Change change = Timetable.say(List.of(made), saying.stretch(), saying.availability(), saying.note());
        assertThat(change.come())
                .allSatisfy(kept ->
                        assertThat(kept.fromPattern()).isEqualTo(!kept.during().overlaps(saying.stretch())));
    }

    @Provide
    Arbitrary<List<Saying>> sayings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES - 1),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(Availability.values()).injectNull(0.2),
                        Arbitraries.of("", "夜班"))
                .as(Saying::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static TimeWindow window(int from, int to) {
        return new TimeWindow(Instant.ofEpochSecond(60L * from), Instant.ofEpochSecond(60L * to));
    }
}

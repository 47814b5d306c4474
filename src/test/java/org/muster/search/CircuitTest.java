package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Circuit circuit = new Circuit(Duration.ofSeconds(2));

    @Test
    void nothing_failed_everybody_may_ask() {
        assertThat(circuit.lets(NOW)).isTrue();
        assertThat(circuit.lets(NOW)).isTrue();
    }

    @Test
    void after_a_failure_nobody_asks_for_a_while() {
        circuit.failed(NOW);
        assertThat(circuit.lets(NOW.plusSeconds(1))).isFalse();
        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void when_the_pause_is_over_one_tries_and_the_others_go_on_waiting() {
        circuit.failed(NOW);
        assertThat(circuit.lets(NOW.plusSeconds(2))).isTrue();
        assertThat(circuit.lets(NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void one_answer_closes_it_for_all() {
        circuit.failed(NOW);
        circuit.lets(NOW.plusSeconds(2));
        circuit.succeeded();
        assertThat(circuit.lets(NOW.plusSeconds(2))).isTrue();
        assertThat(circuit.isOpen()).isFalse();
    }
}

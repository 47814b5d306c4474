package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.emergency.EmergencyId;

class RepairChainTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final EmergencyId EMERGENCY = EmergencyId.create();
    private static final UUID SENT = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static RepairRows.Row row(UUID run, UUID before, RepairState state, Instant decided) {
        return new RepairRows.Row(run, EMERGENCY, before, state, NOON, "", Optional.of(decided), Optional.empty());
    }

    @Test
    void a_repair_decided_by_a_slower_clock_still_follows_the_one_it_was_made_from() {
        RepairChain chain = new RepairChain(
                List.of(
                        row(SECOND, FIRST, RepairState.APPLIED, NOON),
                        row(FIRST, SENT, RepairState.APPLIED, NOON.plusSeconds(2))),
                Map.of());
        assertThat(chain.inForce(SENT)).isEqualTo(SECOND);
        assertThat(chain.inForce(FIRST)).isEqualTo(SECOND);
        assertThat(chain.upTo(SECOND)).containsExactly(SECOND, FIRST, SENT);
    }

    @Test
    void what_nobody_agreed_to_or_is_not_carried_out_yet_is_not_in_force() {
        RepairChain chain = new RepairChain(
                List.of(row(FIRST, SENT, RepairState.LEFT, NOON), row(OTHER, SENT, RepairState.APPLYING, NOON)),
                Map.of());
        assertThat(chain.inForce(SENT)).isEqualTo(SENT);
        assertThat(chain.inForce(OTHER)).as("its asks are out already").isEqualTo(SENT);
        assertThat(chain.upTo(SENT)).containsExactly(SENT);
    }

    @Test
    void a_plan_sent_anew_begins_another_chain() {
        RepairChain chain = new RepairChain(List.of(row(FIRST, SENT, RepairState.APPLIED, NOON)), Map.of());
        assertThat(chain.inForce(OTHER)).isEqualTo(OTHER);
    }

    @Test
    void legs_are_found_where_a_repair_counts_them_anew() {
        RepairChain chain = new RepairChain(
                List.of(row(FIRST, SENT, RepairState.APPLIED, NOON), row(SECOND, FIRST, RepairState.APPLIED, NOON)),
                Map.of(SECOND, Map.of(3, 40, 7, 41)));
        assertThat(chain.position(SENT, 3, FIRST)).contains(3);
        assertThat(chain.position(SENT, 3, SECOND)).contains(40);
        assertThat(chain.position(FIRST, 7, SECOND)).contains(41);
        assertThat(chain.position(FIRST, 8, SECOND))
                .as("nobody wants it any more")
                .isEmpty();
        assertThat(chain.position(SECOND, 8, SECOND)).contains(8);
        assertThat(chain.position(OTHER, 3, SECOND)).isEmpty();
    }
}

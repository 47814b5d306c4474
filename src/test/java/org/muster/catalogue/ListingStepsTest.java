package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.aMaskLine;
import static org.muster.catalogue.Suppliers.accepted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.audit.AuditEntry;
import org.muster.audit.AuditQuery;
import org.muster.audit.AuditTrail;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.shared.ListingId;
import org.muster.shared.PersonId;

/** Each step of a listing is told apart, in the trail and in words. */
@QuarkusTest
class ListingStepsTest {

    private static final Actor OPERATOR =
            new Actor(Optional.of(PersonId.create()), "操作员", Set.of(Role.OPERATOR), Optional.empty(), false);

    @Inject
    Catalogue catalogue;

    @Inject
    Suppliers suppliers;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentActor current;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Test
    void the_trail_names_each_step() {
        Actor supplier = suppliers.aSupplier();
        ListingId[] listing = new ListingId[1];
        current.runAs(supplier, () -> {
            ListingId id = suppliers.aDraft(supplier, aMaskLine("口罩线").build());
            listing[0] = id;
            accepted(catalogue.publish(supplier, id, now()));
            UUID window = accepted(
                    catalogue.openWindow(supplier, id, suppliers.daysFromNow(2, 4), Availability.FREE, "", now()));
            accepted(catalogue.closeWindow(supplier, id, window, now()));
            accepted(catalogue.pause(supplier, id, now()));
            accepted(catalogue.resume(supplier, id, now()));
            accepted(catalogue.change(
                    supplier,
                    id,
                    catalogue.own(supplier, id, now()).orElseThrow().version(),
                    aMaskLine("二号口罩线").build(),
                    now()));
            accepted(catalogue.withdraw(supplier, id, now()));
        });
        assertThat(stepsOf(listing[0]))
                .containsExactly(
                        "ListingDrafted",
                        "ListingPublished",
                        "WindowOpened",
                        "WindowClosed",
                        "ListingPaused",
                        "ListingResumed",
                        "ListingRevised",
                        "ListingWithdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deeds", "deeds_en"})
    void every_step_has_words(String file) throws Exception {
        Properties words = new Properties();
        try (var in = ListingStepsTest.class.getResourceAsStream("/audit/" + file + ".properties")) {
            words.load(in);
        }
        for (ListingStep step : ListingStep.values()) {
            assertThat(words).containsKey(step.deed());
        }
    }

    @Test
    void an_event_of_an_earlier_release_is_still_read() throws JsonProcessingException {
        ListingChanged event = new ListingChanged(ListingId.create(), 7, ListingStep.PAUSED);
        String today = json.writeValueAsString(event);
        assertThat(json.readValue(today, ListingChanged.class)).isEqualTo(event);

        ListingChanged before = json.readValue(today.replace(",\"step\":\"PAUSED\"", ""), ListingChanged.class);
        assertThat(before).isEqualTo(new ListingChanged(event.id(), 7, null));
        assertThat(before.deed()).isEqualTo("ListingChanged");
    }

    private List<String> stepsOf(ListingId id) {
        List<String> steps = new ArrayList<>(trail
                .search(
                        OPERATOR,
                        new AuditQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("listing"),
                                Optional.of(id.value()),
                                Optional.empty(),
                                Optional.empty(),
                                1,
                                50))
                .entries()
                .stream()
                .map(AuditEntry::action)
                .toList());
        Collections.reverse(steps);
        return steps;
    }

    private Instant now() {
        return clock.instant();
    }
}

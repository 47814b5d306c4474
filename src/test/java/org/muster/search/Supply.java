package org.muster.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.outbox.OutboxWorker;
import org.muster.reference.Places;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.TimeWindow;

/** Suppliers and what they list, through the facades, so that tests read as sentences. */
@ApplicationScoped
public class Supply {

    static final String QINGDAO = "370200";
    static final String WUHAN = "420100";
    static final String CHENGDU = "510100";
    static final String RIZHAO = "371100";

    @Inject
    OrganisationRegistry registry;

    @Inject
    Catalogue catalogue;

    @Inject
    People people;

    @Inject
    OutboxWorker outbox;

    @Inject
    ListingIndex index;

    @Inject
    Places places;

    @Inject
    RestClient elasticsearch;

    @Inject
    Clock clock;

    /** An organisation and one of its people. */
    public record Supplier(OrganisationId id, String name, Actor actor) {}

    public Supplier supplier(String name, String placeCode) {
        Actor liaison = person("联络员", Set.of(Role.LIAISON), Optional.empty());
        OrganisationId id = registry.enterOnBehalf(
                        liaison,
                        new ProvisionalOrganisation(name, null, placeCode, "口罩", "测试名录", LocalDate.of(2026, 1, 31)),
                        now())
                .id();
        return new Supplier(id, name, person(name, Set.of(Role.MEMBER), Optional.of(id)));
    }

    public Actor person(String name, Set<Role> roles, Optional<OrganisationId> organisation) {
        var id = people.signedIn("test-" + UUID.randomUUID(), name, null, null, now());
        return new Actor(Optional.of(id), name, roles, organisation, false);
    }

    public ListingId publishes(Supplier supplier, ListingDraft.Builder draft) {
        // Whoever publishes has to say what it is about; a test that does not care says something no test asks for.
        ListingDraft said = draft.build().products().isEmpty()
                ? draft.products(List.of("杂项")).build()
                : draft.build();
        ListingId id = done(catalogue.create(supplier.actor(), supplier.id(), said, now()));
        done(catalogue.publish(supplier.actor(), id, now()));
        return id;
    }

    public void opens(Supplier supplier, ListingId listing, Instant from, Instant to, Availability availability) {
        done(catalogue.openWindow(supplier.actor(), listing, new TimeWindow(from, to), availability, "", now()));
    }

    public void withdraws(Supplier supplier, ListingId listing) {
        done(catalogue.withdraw(supplier.actor(), listing, now()));
    }

    public void confirms(Supplier supplier, ListingId listing) {
        done(catalogue.confirmStillFree(supplier.actor(), listing, now()));
    }

    /** What PostgreSQL says of it now goes into the index, whoever changed it. */
    public void reindexes(ListingId listing) {
        index.write(
                catalogue.documents(List.of(listing)).stream()
                        .map(document -> IndexedListing.of(document, places))
                        .toList(),
                Map.of());
        arrives();
    }

    /** Everything said so far was told to the index. */
    public void isTold() {
        outbox.drain();
    }

    /** Everything said so far is in the index and can be read there. */
    public void arrives() {
        isTold();
        try {
            elasticsearch.performRequest(new Request("POST", "/listings*/_refresh"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Instant now() {
        return clock.instant();
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, reasons -> {
            throw new AssertionError("Refused: " + reasons);
        });
    }
}

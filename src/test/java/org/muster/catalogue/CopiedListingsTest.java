package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.accepted;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.muster.audit.AuditEntry;
import org.muster.audit.AuditQuery;
import org.muster.audit.AuditTrail;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.OnBehalf;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.outbox.OutboxWorker;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.SearchResult;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;

/** Listings that come by the thousand, beside the same ones that come one by one. */
@QuarkusTest
class CopiedListingsTest {

    private static final String SOURCE = "某市工信局\t\\N 名单";

    @Inject
    Catalogue catalogue;

    @Inject
    OrganisationRegistry registry;

    @Inject
    People people;

    @Inject
    Listings listings;

    @Inject
    AuditTrail trail;

    @Inject
    OutboxWorker outbox;

    @Inject
    Search search;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Test
    void a_copied_listing_is_stored_as_a_persisted_one_column_by_column() throws SQLException {
        Actor liaison = liaison();
        Instant now = clock.instant();
        OrganisationId firm = aFirm(liaison, now);
        for (ListingDraft draft :
                List.of(full(), ListingDraft.line("只有名字").products(List.of("布")).build())) {
            String key = UUID.randomUUID().toString();
            ListingId persisted = accepted(catalogue.listOnBehalf(liaison, firm, key + "a", draft, SOURCE, now))
                    .listing();
            ListingId copied = accepted(entered(liaison, now, new OnBehalfListing(2, firm, key + "b", draft))
                            .get(0))
                    .listing();
            assertThat(rows("to_jsonb(l) - 'id' - 'external_key' from listing l where l.id", copied))
                    .hasSize(1)
                    .isEqualTo(rows("to_jsonb(l) - 'id' - 'external_key' from listing l where l.id", persisted));
            for (String table : List.of("listing_operation", "listing_product")) {
                String all = "to_jsonb(r) - 'listing_id' from " + table + " r where r.listing_id";
                assertThat(rows(all, copied)).isEqualTo(rows(all, persisted));
            }
        }
    }

    @Test
    void a_chunk_is_one_deed_which_the_trail_of_each_listing_has() {
        Actor liaison = liaison();
        Instant now = clock.instant();
        OrganisationId firm = aFirm(liaison, now);
        ListingDraft draft = ListingDraft.line("口罩线").products(List.of("口罩")).build();
        List<ListingId> listings = entered(
                        liaison,
                        now,
                        new OnBehalfListing(2, firm, "a", draft),
                        new OnBehalfListing(3, firm, "b", draft),
                        new OnBehalfListing(
                                4, firm, "a", draft.but().description("改了").build()))
                .stream()
                .map(result -> accepted(result).listing())
                .toList();
        assertThat(listings.get(2)).isEqualTo(listings.get(0));

        AuditEntry first = only(trailOf(listings.get(0), Optional.of("listing")));
        AuditEntry second = only(trailOf(listings.get(1), Optional.empty()));

        assertThat(first).isEqualTo(second);
        assertThat(first.action()).isEqualTo("ListingsEnteredOnBehalf");
        assertThat(first.details())
                .contains(listings.get(0).toString(), listings.get(1).toString())
                .contains("\"rows\": [2, 3]");
        outbox.drain();
        assertThat(catalogue.documents(listings.subList(0, 2)))
                .extracting(ListingDocument::description)
                .containsExactlyInAnyOrder("改了", "");
        Awaitility.await("the index has them")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Set.copyOf(found(firm))).isEqualTo(Set.copyOf(listings)));
    }

    @Test
    void a_listing_that_is_only_looked_at_is_the_one_that_the_session_reads() {
        Actor liaison = liaison();
        Instant now = clock.instant();
        OrganisationId firm = aFirm(liaison, now);
        List<ListingId> ids = entered(
                        liaison,
                        now,
                        new OnBehalfListing(2, firm, "a", full()),
                        new OnBehalfListing(
                                3,
                                firm,
                                "b",
                                ListingDraft.line("只有名字").products(List.of("布")).build()))
                .stream()
                .map(result -> accepted(result).listing())
                .toList();
        QuarkusTransaction.requiringNew().run(() -> {
            List<Listing> looked = listings.readByIds(ids);
            for (ListingId id : ids) {
                Listing known = listings.findById(id.value());
                assertThat(looked)
                        .filteredOn(one -> one.id().equals(id))
                        .singleElement()
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(".*\\$\\$_hibernate.*")
                        .ignoringCollectionOrder()
                        .isEqualTo(known);
                assertThat(looked)
                        .filteredOn(one -> one.id().equals(id))
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.asDraft()).isEqualTo(known.asDraft());
                            assertThat(one.words()).isEqualTo(known.words());
                            assertThat(listings.getEntityManager().contains(one))
                                    .isFalse();
                        });
            }
        });
    }

    @Test
    void firms_of_a_chunk_are_one_deed_which_the_trail_of_each_has() {
        Actor liaison = liaison();
        Instant now = clock.instant();
        String word = Suppliers.aWord();
        List<OrganisationId> firms = registry
                .enterAllOnBehalf(
                        liaison,
                        Stream.of("甲", "乙", "甲")
                                .map(one -> new ProvisionalOrganisation(
                                        "测" + word + one + "卫生用品有限公司",
                                        null,
                                        "320281",
                                        "口罩",
                                        SOURCE,
                                        LocalDate.of(2020, 1, 29)))
                                .toList(),
                        now)
                .stream()
                .map(OnBehalf::id)
                .toList();
        assertThat(firms.get(2)).isEqualTo(firms.get(0));

        AuditEntry first = only(trailOf(firms.get(0).value(), Optional.of("organisation")));
        AuditEntry second = only(trailOf(firms.get(1).value(), Optional.empty()));

        assertThat(first).isEqualTo(second);
        assertThat(first.action()).isEqualTo("OrganisationsEnteredOnBehalf");
        assertThat(first.details())
                .contains(firms.get(0).toString(), firms.get(1).toString())
                .contains("测" + word + "甲卫生用品有限公司", "2020-01-29");
        // One alone is told of as before.
        AuditEntry alone = only(trailOf(aFirm(liaison, now).value(), Optional.empty()));
        assertThat(alone.action()).isEqualTo("OrganisationEnteredOnBehalf");
    }

    @Test
    void a_chunk_that_says_nothing_new_is_no_deed() {
        Actor liaison = liaison();
        Instant now = clock.instant();
        OrganisationId firm = aFirm(liaison, now);
        OnBehalfListing row = new OnBehalfListing(
                2, firm, "a", ListingDraft.line("口罩线").products(List.of("口罩")).build());
        ListingId listing = accepted(entered(liaison, now, row).get(0)).listing();

        OnBehalfResult again = accepted(entered(liaison, now, row).get(0));

        assertThat(again).isEqualTo(new OnBehalfResult(listing, OnBehalfResult.Change.UNCHANGED));
        assertThat(trailOf(listing, Optional.empty())).hasSize(1);
    }

    private static ListingDraft full() {
        return ListingDraft.line("全自动\\N口罩线\\t")
                .titleEn("Line \\ with a back\\nslash")
                .description("第一行\n第二行\t制表\r\n\\.")
                .descriptionEn("\\N")
                .products(List.of("医用口罩", "N95\\"))
                .convertibleProducts(List.of("防护服"))
                .operations(List.of(
                        new Operation("打片", new Rate(Quantity.of("120", "piece"), RatePer.MINUTE)),
                        new Operation("焊\\接", null)))
                .specification(
                        List.of(SpecificationValue.of("克重", "25", "gsm"), SpecificationValue.of("颜色", "白\t\"\\")))
                .particulars(new Particulars.Line(List.of("熔喷布"), CleanRoom.CLASS_100000))
                .supplyMode(SupplyMode.ALL_IN)
                .crewIncluded(true)
                .materialIncluded(true)
                .materialDays(12)
                .missing("缺\t熔喷布")
                .hoursPerDay(new BigDecimal("22.5"))
                .changeoverMinutes(90)
                .quantity(Quantity.of("200000.5", "piece"))
                .minimumOrder(Quantity.of("1000", "piece"))
                .orderMultiple(Quantity.of("50", "piece"))
                .fixedCharge(Money.yuan("500.00"))
                .price(new Price(
                        Money.yuan("1.25"),
                        Quantity.of("1", "piece"),
                        new PriceBasis(
                                true,
                                Optional.of(new BigDecimal("0.13")),
                                PriceBasis.Invoice.SPECIAL_VAT,
                                PriceBasis.Delivery.EX_WORKS,
                                Optional.of(LocalDate.of(2030, 1, 31)))))
                .declared(Availability.FREE)
                .build();
    }

    private Actor liaison() {
        return new Actor(
                Optional.of(people.signedIn(UUID.randomUUID().toString(), "联络员", null, null, clock.instant())),
                "联络员",
                Set.of(Role.LIAISON),
                Optional.empty(),
                false);
    }

    private OrganisationId aFirm(Actor liaison, Instant now) {
        return registry.enterOnBehalf(
                        liaison,
                        new ProvisionalOrganisation(
                                "测" + Suppliers.aWord() + "卫生用品有限公司",
                                null,
                                "320281",
                                "口罩",
                                SOURCE,
                                LocalDate.of(2020, 1, 29)),
                        now)
                .id();
    }

    private List<Outcome<OnBehalfResult>> entered(Actor liaison, Instant now, OnBehalfListing... rows) {
        return QuarkusTransaction.requiringNew()
                .call(() -> catalogue.listAllOnBehalf(liaison, UUID.randomUUID(), List.of(rows), SOURCE, now));
    }

    private List<ListingId> found(OrganisationId firm) {
        SearchResult result = search.search(
                Actor.visitor(), SearchQuery.everything().withOrganisation(Optional.of(firm)), clock.instant());
        assertThat(result.fromIndex()).isTrue();
        return Stream.of(result.known(), result.unknown())
                .flatMap(part -> part.hits().stream())
                .map(hit -> hit.card().id())
                .toList();
    }

    private List<AuditEntry> trailOf(ListingId listing, Optional<String> kind) {
        return trailOf(listing.value(), kind);
    }

    private List<AuditEntry> trailOf(UUID subject, Optional<String> kind) {
        Actor operator = new Actor(Optional.empty(), "运营员", Set.of(Role.OPERATOR), Optional.empty(), false);
        return trail.search(
                        operator,
                        new AuditQuery(
                                Optional.empty(),
                                Optional.empty(),
                                kind,
                                Optional.of(subject),
                                Optional.empty(),
                                Optional.empty(),
                                1,
                                10))
                .entries();
    }

    private static AuditEntry only(List<AuditEntry> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private List<String> rows(String what, ListingId listing) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select " + what + " = ? order by 1")) {
            statement.setObject(1, listing.value());
            List<String> rows = new ArrayList<>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }
    }
}

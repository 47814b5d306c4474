package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.CertificateId;
import org.muster.certificate.Certificates;
import org.muster.identity.Actor;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.ListingId;

@QuarkusTest
class SupplierProofTest {

    @Inject
    Catalogue catalogue;

    @Inject
    Certificates certificates;

    @Inject
    Suppliers suppliers;

    @Inject
    Clock clock;

    @Test
    void what_its_supplier_can_prove_makes_a_published_listing_newer_for_the_index() {
        Actor supplier = suppliers.aSupplier();
        ListingId published =
                suppliers.published(supplier, Suppliers.aMaskLine("口罩线").build());
        long before = revision(published);
        LocalDate nextYear = clock.instant().atZone(Weeks.ZONE).toLocalDate().plusYears(1);
        CertificateId shown = Suppliers.accepted(certificates.add(
                supplier,
                new CertificateDraft(
                        "MANAGEMENT_SYSTEM",
                        "QMS-1",
                        "某认证中心",
                        "OWN",
                        "",
                        "",
                        "",
                        "ISO 9001:2015",
                        "",
                        nextYear.toString(),
                        ""),
                clock.instant()));
        long stated = revision(published);
        assertThat(stated).isGreaterThan(before);
        Suppliers.accepted(certificates.withdraw(supplier, shown, clock.instant()));
        assertThat(revision(published)).isGreaterThan(stated);
    }

    @Test
    void until_it_is_proven_a_supplier_publishes_so_many_listings_and_no_more() {
        Actor supplier = suppliers.aSupplier();
        int most = ListingLimits.of(VerificationLevel.REGISTERED).published();
        ListingId first =
                suppliers.published(supplier, Suppliers.aMaskLine("口罩线 0").build());
        for (int i = 1; i < most; i++) {
            suppliers.published(supplier, Suppliers.aMaskLine("口罩线 " + i).build());
        }
        ListingId oneMore =
                suppliers.aDraft(supplier, Suppliers.aMaskLine("再一条").build());
        assertThat(Suppliers.refused(catalogue.publish(supplier, oneMore, clock.instant())))
                .containsExactly("catalogue.listings_at_most");

        Suppliers.accepted(catalogue.pause(supplier, first, clock.instant()));
        Suppliers.accepted(catalogue.publish(supplier, oneMore, clock.instant()));
        assertThat(Suppliers.refused(catalogue.resume(supplier, first, clock.instant())))
                .containsExactly("catalogue.listings_at_most");
    }

    private long revision(ListingId id) {
        return catalogue.documents(List.of(id)).get(0).revision();
    }
}

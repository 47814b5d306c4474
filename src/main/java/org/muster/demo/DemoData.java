package org.muster.demo;

import java.util.List;

/** All that the demo consists of, in the order of its files. */
final class DemoData {

    /** What a list says of an unclaimed organisation: what it makes, with or without a figure. */
    record OnBehalfListing(DemoTable.Row row) {

        String organisation() {
            return row.text("organisation");
        }
    }

    private static final List<String> TRADES = List.of(
            "protection",
            "machines",
            "textiles",
            "chemicals",
            "services",
            "paper",
            "vehicles-metals",
            "electronics-medical",
            "home-food",
            "houma");

    private final List<DemoOrganisation> organisations;
    private final List<DemoListing> listings;
    private final List<OnBehalfListing> onBehalf;
    private final List<DemoHold> holds;
    private final List<DemoCertificate> certificates;

    private DemoData(
            List<DemoOrganisation> organisations,
            List<DemoListing> listings,
            List<OnBehalfListing> onBehalf,
            List<DemoHold> holds,
            List<DemoCertificate> certificates) {
        this.organisations = organisations;
        this.listings = listings;
        this.onBehalf = onBehalf;
        this.holds = holds;
        this.certificates = certificates;
    }

    static DemoData read() {
        return new DemoData(
                DemoTable.read("organisations").stream()
                        .map(DemoOrganisation::of)
                        .toList(),
                TRADES.stream()
                        .flatMap(trade -> DemoTable.read("listings-" + trade).stream())
                        .map(DemoListing::new)
                        .toList(),
                DemoTable.read("listings-on-behalf").stream()
                        .map(OnBehalfListing::new)
                        .toList(),
                DemoTable.read("holds").stream().map(DemoHold::new).toList(),
                DemoTable.read("certificates").stream()
                        .map(DemoCertificate::new)
                        .toList());
    }

    DemoOrganisation organisation(String key) {
        return organisations.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    DemoListing listing(String key) {
        return listings.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    List<DemoHold> holds() {
        return holds;
    }

    List<DemoCertificate> certificatesOf(DemoOrganisation organisation) {
        return certificates.stream()
                .filter(one -> one.organisation().equals(organisation.key()))
                .toList();
    }

    /** Only the first so many organisations. */
    DemoData first(int count) {
        return new DemoData(organisations.subList(0, count), listings, onBehalf, List.of(), certificates);
    }

    List<DemoOrganisation> unclaimed() {
        return organisations.stream().filter(DemoOrganisation::isUnclaimed).toList();
    }

    List<DemoOrganisation> registered() {
        return organisations.stream().filter(one -> !one.isUnclaimed()).toList();
    }

    List<DemoListing> listingsOf(DemoOrganisation organisation) {
        return listings.stream()
                .filter(listing -> listing.organisation().equals(organisation.key()))
                .toList();
    }

    List<OnBehalfListing> onBehalfOf(DemoOrganisation organisation) {
        return onBehalf.stream()
                .filter(listing -> listing.organisation().equals(organisation.key()))
                .toList();
    }
}

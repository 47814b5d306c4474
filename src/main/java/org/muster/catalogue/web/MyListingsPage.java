package org.muster.catalogue.web;

import java.util.List;
import org.muster.catalogue.MyListing;
import org.muster.shell.Pager;

/** A supplier's own listings, a page of them. */
public record MyListingsPage(List<MyListing> listings, Pager pager, boolean english) {

    public String title(MyListing listing) {
        String titleEn = listing.titleEn();
        return english && titleEn != null ? titleEn : listing.title();
    }

    /** How many of these silence has taken out of allocation. */
    public long silent() {
        return listings.stream().filter(MyListing::silent).count();
    }

    public String confirmUrl(MyListing listing) {
        return url(listing, "confirm");
    }

    public String publishUrl(MyListing listing) {
        return url(listing, "publish");
    }

    public String pauseUrl(MyListing listing) {
        return url(listing, "pause");
    }

    public String resumeUrl(MyListing listing) {
        return url(listing, "resume");
    }

    public String withdrawUrl(MyListing listing) {
        return url(listing, "withdraw");
    }

    private static String url(MyListing listing, String step) {
        return "/my/listings/" + listing.id() + "/" + step;
    }
}

package org.muster.search.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.Hearing;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Pager;

/** What the search page shows, every decision taken and every address made. */
public record SearchView(
        String title,
        String address,
        String mapAddress,
        Form form,
        List<Refusal> refusals,
        List<Link> places,
        boolean fromIndex,
        List<Understood> understood,
        List<Tab> tabs,
        List<ChoiceFacet> facets,
        List<Link> chips,
        String clearAddress,
        List<Link> sorts,
        boolean canSortByDistance,
        Optional<Weeks> wholeWeeks,
        Known known,
        Unknown unknown,
        boolean nothing,
        List<Relaxation> relaxations) {

    /** The same search as a spreadsheet. */
    public String exportAddress() {
        return SearchAddress.PATH + "/export" + address.substring(SearchAddress.PATH.length());
    }

    /** @param kind sent along with the form, since tabs are not part of it */
    public record Form(
            String words,
            String near,
            String kilometres,
            String from,
            String to,
            String amount,
            String unit,
            List<Choice> units,
            String kind,
            String sort,
            String per,
            boolean orSuccessor,
            String convertible,
            String organisation,
            boolean unknownOnly,
            int filters) {}

    /** A place to go to; {@code current} is where one is. */
    public record Link(String label, String address, boolean current) {}

    /** @param guessed it was not written so, but looks like a slip of it */
    public record Understood(String written, String term, boolean guessed) {}

    /** @param count empty when nobody counted */
    public record Tab(String label, String address, Optional<Long> count, boolean current) {}

    /** Choices of one filter. @param single only one of them at a time */
    public record ChoiceFacet(String name, String label, boolean single, List<Option> options, List<Option> more) {

        /** A heading over nothing tells nobody anything. */
        public boolean isShown() {
            return !options.isEmpty();
        }

        public boolean hasMore() {
            return !more.isEmpty();
        }
    }

    /**
     * @param count as it is shown, empty when nobody counted
     * @param inner a city below its province
     */
    public record Option(
            String id, String value, String label, long listings, String count, boolean chosen, boolean inner) {}

    public record Weeks(String first, String last) {}

    public record Known(long total, List<HitView> hits, Pager pager, boolean shown) {}

    /** @param allAddress where all of them are, when not all are shown */
    public record Unknown(
            long total,
            List<HitView> hits,
            Pager pager,
            boolean alone,
            Optional<String> allAddress,
            Optional<String> backAddress,
            long knownTotal) {}

    public record Relaxation(String filter, String address, long total) {}

    /** @param style free, partly, taken or unknown */
    public record Week(String style, String words) {}

    /** A state as a word, an icon and a tone. */
    public record State(String word, String icon, String tone) {}

    /**
     * One listing found.
     *
     * @param photo where a small one lies, null without
     * @param otherTitle the title in the other language, with its tag
     * @param organisation null when anonymous
     */
    public record HitView(
            String id,
            String address,
            @Nullable String photo,
            String title,
            String titleLanguage,
            @Nullable String otherTitle,
            String otherLanguage,
            String kind,
            boolean aDay,
            String supplyMode,
            @Nullable String organisation,
            @Nullable String organisationAddress,
            State level,
            String where,
            State state,
            List<Week> weeks,
            @Nullable Quantity quantity,
            @Nullable Price price,
            List<String> why,
            Instant lastConfirmedAt,
            Hearing hearing,
            Confidentiality confidentiality) {

        /** Whether it is given away at all. */
        public boolean heard() {
            return hearing.isHeard();
        }

        public boolean hasWhy() {
            return !why.isEmpty();
        }
    }

    public long total() {
        return known.total();
    }
}

package org.muster.reservation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.MyListing;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.reservation.HoldView;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shell.Pager;

/** What others hold of one's own listings, and what one holds of theirs. */
@Path("/my/holds")
class HoldsResource {

    private static final int PAGE_SIZE = 25;
    /** As many as one page may follow. */
    private static final int MOST_FOLLOWED = 100;

    private static final String OURS = "ours";

    @CheckedTemplate(basePath = "reservation")
    static class Templates {
        static native TemplateInstance holds(HoldsPage view);

        private Templates() {}
    }

    private final Reservations reservations;
    private final Catalogue catalogue;
    private final HoldLines lines;
    private final CurrentActor actor;
    private final Clock clock;

    HoldsResource(Reservations reservations, Catalogue catalogue, HoldLines lines, CurrentActor actor, Clock clock) {
        this.reservations = reservations;
        this.catalogue = catalogue;
        this.lines = lines;
        this.actor = actor;
        this.clock = clock;
    }

    /** The list that has something in it comes first when none was asked for. */
    @GET
    public TemplateInstance show(@RestQuery @Nullable String tab, @RestQuery @DefaultValue("1") int page) {
        Actor who = actor.get();
        Instant now = clock.instant();
        long onMine = reservations.countOnMine(who);
        long held = reservations.countHeld(who);
        boolean ours = tab == null ? onMine == 0 && held > 0 : tab.equals(OURS);
        int shown = Math.max(1, page);
        List<HoldView> holds = ours
                ? reservations.held(who, shown - 1, PAGE_SIZE, now)
                : reservations.onMine(who, shown - 1, PAGE_SIZE, now);
        IntFunction<String> url = number -> "/my/holds?tab=" + (ours ? OURS : "lines") + "&page=" + number;
        return Templates.holds(new HoldsPage(
                ours,
                onMine,
                held,
                lines.of(who, holds, now),
                new Pager(shown, PAGE_SIZE, ours ? held : onMine, url),
                url.apply(shown),
                topics(who, ours, holds, now)));
    }

    /** The listings of what is shown; of one's own also those that nobody holds yet. */
    private String topics(Actor who, boolean ours, List<HoldView> holds, Instant now) {
        Stream<ListingId> shown = holds.stream()
                .flatMap(hold -> hold.claims().stream())
                .map(claim -> claim.what().listing());
        Stream<ListingId> own = ours
                ? Stream.of()
                : catalogue.mine(who, 0, MOST_FOLLOWED, now).stream().map(MyListing::id);
        return Stream.concat(shown, own)
                .distinct()
                .limit(MOST_FOLLOWED)
                .map(listing -> "listing:" + listing)
                .collect(Collectors.joining(" "));
    }
}

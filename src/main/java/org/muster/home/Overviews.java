package org.muster.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.Scan;
import org.muster.catalogue.ScanQuery;
import org.muster.identity.Actor;
import org.muster.organisation.Census;
import org.muster.organisation.OrganisationRegistry;

/** Counts at most once a minute: the first page is asked for more often than it changes. */
@ApplicationScoped
public class Overviews {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int RECENT = 6;

    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final AtomicReference<@Nullable Overview> latest = new AtomicReference<>();

    Overviews(Catalogue catalogue, OrganisationRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    public Overview at(Instant now) {
        Overview counted = latest.get();
        if (counted == null
                || counted.countedAt().plus(GOOD_FOR).isBefore(now)
                || counted.countedAt().isAfter(now)) {
            counted = count(now);
            latest.set(counted);
        }
        return counted;
    }

    private Overview count(Instant now) {
        Scan all = catalogue.scan(Actor.visitor(), published(null), now);
        Scan confirmed = catalogue.scan(Actor.visitor(), published(Freshness.FRESH), now);
        Census census = registry.census();
        return new Overview(
                all.total() + all.unknownTotal(),
                all.unknownTotal(),
                confirmed.total() + confirmed.unknownTotal(),
                census.organisations(),
                census.unclaimed(),
                all.ids(),
                now);
    }

    private static ScanQuery published(@Nullable Freshness atLeast) {
        return new ScanQuery(
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                atLeast,
                null,
                false,
                ScanQuery.Sort.RELEVANCE,
                0,
                RECENT);
    }
}

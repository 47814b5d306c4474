package org.muster.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;

/**
 * What somebody who keeps many listings says of one of them.
 *
 * @param listing its number; without one, it is found again by the key, or by its title
 * @param keyed whether the key is a number of its supplier's own, which a listing found by its number takes over
 * @param publish whether a new one is to be found by others at once, when it says enough
 * @param says what it says now, of what it said before; of nothing, when it is new
 * @param windows all that are to come, when it speaks of them
 * @param pattern what it follows week after week, when it speaks of that
 */
public record Keeping(
        Optional<ListingId> listing,
        String externalKey,
        String title,
        boolean keyed,
        boolean publish,
        Function<Optional<ListingDraft>, Outcome<ListingDraft>> says,
        Outcome<Optional<List<SaidWindow>>> windows,
        Outcome<Optional<SaidPattern>> pattern) {}

package org.muster.shortlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** What a person keeps in sight. It is theirs alone, whichever organisation they act for; what they may not see any more is not shown. */
@ApplicationScoped
@Transactional
public class Shortlist {

    /** More nobody chooses among; it keeps the page one page. */
    public static final int MOST = 100;

    private static final int LONGEST_NOTE = 300;

    private final Items items;
    private final Catalogue catalogue;

    Shortlist(Items items, Catalogue catalogue) {
        this.items = items;
        this.catalogue = catalogue;
    }

    /** @param card empty when the listing is out of this person's sight: withdrawn, paused, or not theirs to see */
    public record Kept(ListingId listing, Optional<ListingCard> card, String note, Instant addedAt) {}

    /** Keeps these too, as far as the person may see them; what is kept already stays as it is. */
    public Outcome<Integer> keep(Actor actor, Collection<ListingId> listings, Instant now) {
        PersonId person = person(actor);
        Set<ListingId> wanted = new LinkedHashSet<>(listings);
        wanted.retainAll(catalogue.visible(actor, wanted));
        if (wanted.isEmpty()) {
            return Outcome.refused(Refusal.of("shortlist.nothing_to_keep"));
        }
        wanted.removeAll(items.listings(person));
        if (items.listings(person).size() + wanted.size() > MOST) {
            return Outcome.refused(Refusal.of("shortlist.full", MOST));
        }
        wanted.forEach(listing -> items.add(person, listing, now));
        return Outcome.accepted(wanted.size());
    }

    /** The latest first. */
    public List<Kept> of(Actor actor, Instant now) {
        List<Items.Item> all = items.of(person(actor));
        Map<ListingId, ListingCard> cards =
                catalogue.cards(actor, all.stream().map(Items.Item::listing).toList(), now).stream()
                        .collect(Collectors.toMap(ListingCard::id, Function.identity()));
        return all.stream()
                .map(item -> new Kept(
                        item.listing(), Optional.ofNullable(cards.get(item.listing())), item.note(), item.addedAt()))
                .toList();
    }

    public boolean keeps(Actor actor, ListingId listing) {
        return actor.person().filter(person -> items.has(person, listing)).isPresent();
    }

    public Outcome<ListingId> note(Actor actor, ListingId listing, String note) {
        String said = note.strip();
        if (said.length() > LONGEST_NOTE) {
            return Outcome.refused(Refusal.at("note", "shortlist.note_long", said.length(), LONGEST_NOTE));
        }
        return items.note(person(actor), listing, said)
                ? Outcome.accepted(listing)
                : Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
    }

    public boolean drop(Actor actor, ListingId listing) {
        return items.remove(person(actor), listing);
    }

    private static PersonId person(Actor actor) {
        return actor.person().orElseThrow(() -> new IllegalStateException("A shortlist is somebody's"));
    }
}

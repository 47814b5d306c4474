package org.muster.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.OrganisationCard;
import org.muster.reference.Division;
import org.muster.reference.Terms;

/** What the glossary makes of the words of drafts; many drafts of one list use the same words, which are looked up once. */
final class Wording {

    private final Terms terms;
    private final Map<String, Optional<String>> termKeys = new HashMap<>();
    private final Map<String, Optional<String>> divisions = new HashMap<>();

    Wording(Terms terms) {
        this.terms = terms;
    }

    /** The terms that names of products are, exactly. */
    Map<String, String> termKeys(ListingDraft draft) {
        Map<String, String> keys = new HashMap<>();
        Stream.of(
                        draft.products(),
                        draft.convertibleProducts(),
                        draft.particulars().handled())
                .flatMap(List::stream)
                .forEach(name -> termKeys.computeIfAbsent(name, this::termKey).ifPresent(key -> keys.put(name, key)));
        return keys;
    }

    /** The draft with its site and industry division filled in. */
    ListingDraft resolved(ListingDraft draft, OrganisationCard card, Spot spot) {
        @Nullable String division = draft.divisionCode();
        if (division == null) {
            division = divisions
                    .computeIfAbsent(
                            String.join(" ", draft.products()) + " " + draft.title(),
                            words -> terms.divisionOf(words).map(Division::code))
                    .orElse(card.divisionCode());
        }
        return draft.but().at(spot.site()).division(division).build();
    }

    private Optional<String> termKey(String name) {
        return terms.mentions(name).stream()
                .filter(mention -> mention.start() == 0 && mention.end() == name.length())
                .findFirst()
                .map(mention -> mention.term().key());
    }
}

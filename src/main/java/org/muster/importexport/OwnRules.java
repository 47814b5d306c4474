package org.muster.importexport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;

/** Reads rows that speak of one listing that somebody keeps, by its number or by what it is called. What the cells mean is for {@link ListingCells}. */
final class OwnRules implements Reader {

    private static final Pattern NUMBER =
            Pattern.compile("(?i)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** Before a number of the supplier's own, in the key that a listing is found again by. */
    static final String NUMBERED = "code:";

    private final Mapping mapping;
    private final @Nullable Reader unnumbered;

    private OwnRules(Mapping mapping, @Nullable Reader unnumbered) {
        this.mapping = mapping;
        this.unnumbered = unnumbered;
    }

    /** Of one's own listings, all rows are. */
    static Reader ofOwn(Mapping mapping) {
        return new OwnRules(mapping, null);
    }

    /** In a public list, a row with the number of a listing speaks of that one, any other is for the list's own rules. */
    static Reader beside(Reader rules, Mapping mapping) {
        return mapping.has(Column.LISTING) ? new OwnRules(mapping, rules) : rules;
    }

    @Override
    public Reading read(Table.Line line, Table.Line written, boolean taken) {
        String number = mapping.cell(line, Column.LISTING);
        if (number.isEmpty() && unnumbered != null) {
            return unnumbered.read(line, written, taken);
        }
        Matcher match = NUMBER.matcher(number);
        UUID listing = null;
        if (match.find()) {
            listing = UUID.fromString(match.group(1));
        } else if (!number.isEmpty()) {
            return Reading.refused(Finding.refusal(Column.LISTING, "listing_number_unreadable"));
        }
        if (mapping.overflows(line)) {
            return Reading.refused(
                    Finding.refusal(null, "too_many_cells", mapping.columns().size()));
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Column column : mapping.columns()) {
            if (column.isOfListing()) {
                cells.put(column, mapping.whole(line, column));
            }
        }
        String title = called(cells);
        if (listing == null && title.isEmpty()) {
            return Reading.refused(Finding.refusal(Column.TITLE, "listing_without_title"));
        }
        String code = Mapping.tidy(cells.getOrDefault(Column.CODE, ""));
        Quantity quantity = ListingCells.quantity(cells).orElse(null);
        return new Reading(
                new Entry(
                        title,
                        "",
                        "",
                        Mapping.tidy(cells.getOrDefault(Column.PRODUCT, "")),
                        "",
                        "",
                        quantity == null ? null : quantity.amount(),
                        quantity == null ? null : quantity.unit().code(),
                        new Entry.Said(
                                listing,
                                code.isEmpty()
                                        ? "title:" + Headings.folded(title) + "|" + cells.getOrDefault(Column.KIND, "")
                                        : NUMBERED + code,
                                cells)),
                List.of());
    }

    private static String called(Map<Column, String> cells) {
        String title = Mapping.tidy(cells.getOrDefault(Column.TITLE, ""));
        return title.isEmpty() ? Mapping.tidy(cells.getOrDefault(Column.PRODUCT, "")) : title;
    }
}

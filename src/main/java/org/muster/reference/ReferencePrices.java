package org.muster.reference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.shared.Unit;

/** What things usually cost, {@code reference/prices.csv}: for planning with where nobody said a price, and for telling prices that are far off. */
public final class ReferencePrices {

    /** So many times what it usually costs is far above. */
    public static final BigDecimal FAR_ABOVE = BigDecimal.valueOf(5);

    /** Where a figure comes from. */
    public enum Source {
        /** Read in a public source of early 2020. */
        READ_2020,
        /** Common practice; nobody has checked it. */
        COMMON
    }

    /** @param yuan for one {@code unit}, tax included */
    public record Entry(String term, Unit unit, BigDecimal yuan, Source source) {}

    private static final Map<String, Entry> ENTRIES = ReferenceTable.read("prices").stream()
            .map(row -> new Entry(
                    row.text("term"),
                    Unit.of(row.text("unit")),
                    new BigDecimal(row.text("yuan")),
                    Source.valueOf(row.text("source"))))
            .collect(Collectors.toUnmodifiableMap(Entry::term, Function.identity()));

    private ReferencePrices() {}

    /** @param term the key of a term */
    public static Optional<Entry> of(String term) {
        return Optional.ofNullable(ENTRIES.get(term));
    }
}

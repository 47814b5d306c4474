package org.muster.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.shared.Unit;

/** How much room things take on a truck, {@code reference/volumes.csv}. */
public final class ReferenceVolumes {

    /** @param cubicMetres for one {@code unit}, packed */
    public record Entry(String term, Unit unit, BigDecimal cubicMetres) {

        /** For one of the base units of its dimension. */
        public BigDecimal ofBase() {
            return cubicMetres.divide(unit.factor(), 15, RoundingMode.HALF_UP);
        }
    }

    private static final Map<String, Entry> ENTRIES = ReferenceTable.read("volumes").stream()
            .map(row ->
                    new Entry(row.text("term"), Unit.of(row.text("unit")), new BigDecimal(row.text("cubic_metres"))))
            .collect(Collectors.toUnmodifiableMap(Entry::term, Function.identity()));

    private ReferenceVolumes() {}

    /** @param term the key of a term; with a star before it the name of a measure, for what no term says */
    public static Optional<Entry> of(String term) {
        return Optional.ofNullable(ENTRIES.get(term));
    }
}

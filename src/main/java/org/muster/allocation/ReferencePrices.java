package org.muster.allocation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.shared.Unit;

/** What things usually cost, {@code allocation/prices.csv}: for planning with where nobody said a price, and for telling prices that are far off. */
public final class ReferencePrices {

    /** Where a figure comes from. */
    public enum Source {
        /** Read in a public source of early 2020. */
        READ_2020,
        /** Common practice; nobody has checked it. */
        COMMON
    }

    /** @param yuan for one {@code unit}, tax included */
    public record Entry(String term, Unit unit, BigDecimal yuan, Source source) {}

    private static final ReferencePrices READ = new ReferencePrices();

    private final Map<String, Entry> entries;

    private ReferencePrices() {
        entries = rows(
                        "/allocation/prices.csv",
                        cells -> new Entry(
                                cells[0], Unit.of(cells[1]), new BigDecimal(cells[2]), Source.valueOf(cells[3])))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Entry::term, Function.identity()));
    }

    /** @param term the key of a term */
    public static Optional<Entry> of(String term) {
        return Optional.ofNullable(READ.entries.get(term));
    }

    static <T> List<T> rows(String resource, Function<String[], T> row) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferencePrices.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> row.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

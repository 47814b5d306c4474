package org.muster.emergency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much of a thing one person uses up in a day at most: {@code emergency/daily_use.csv}. Common practice, nothing measured. */
final class DailyUse {

    private final Map<String, BigDecimal> most;

    DailyUse() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        DailyUse.class.getResourceAsStream("/emergency/daily_use.csv"), "emergency/daily_use.csv"),
                StandardCharsets.UTF_8))) {
            most = reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> new BigDecimal(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<BigDecimal> most(String term) {
        return Optional.ofNullable(most.get(term));
    }
}

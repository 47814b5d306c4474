package org.muster.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measure as traded: UN/CEFACT Recommendation 20 codes beside Chinese trade units. The table is {@code reference/units.csv}.
 *
 * @param code our stable code, such as {@code piece}, {@code kilogram}, {@code tonne}
 * @param rec20 the Rec 20 common code ({@code H87}, {@code KGM}), empty where the recommendation has none
 * @param factor how many base units of the dimension one of these is; exact
 * @param aliases every other way people write it, normalised
 */
public record Unit(
        String code,
        String rec20,
        Dimension dimension,
        BigDecimal factor,
        String nameZh,
        String nameEn,
        List<String> aliases) {

    public Unit {
        aliases = List.copyOf(aliases);
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("A unit's factor is positive: " + code);
        }
    }

    /** The unit of this code, or of this writing of it ({@code kg}); throws {@link IllegalArgumentException} when there is none. */
    public static Unit of(String code) {
        Unit unit = Table.BY_CODE.get(code);
        if (unit == null) {
            unit = Table.BY_WRITING.get(normalised(code));
        }
        if (unit == null) {
            throw new IllegalArgumentException("No unit has the code " + code);
        }
        return unit;
    }

    /** The unit that people write so, whatever the width or case of the letters: {@code 公斤}, {@code ＫＧ}, {@code pcs}. */
    public static Optional<Unit> written(String text) {
        return Optional.ofNullable(Table.BY_WRITING.get(normalised(text)));
    }

    public static Collection<Unit> all() {
        return Collections.unmodifiableCollection(Table.BY_CODE.values());
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }

    /**
     * As it stands behind a number: without what a list of units adds to tell {@code 只} from {@code 件}, and in English in the plural where
     * it is not exactly one.
     */
    public String counting(BigDecimal amount, Locale locale) {
        if (!locale.getLanguage().equals("en")) {
            return nameZh;
        }
        String plain = nameEn.replaceFirst(" \\(.*\\)$", "");
        return amount.compareTo(BigDecimal.ONE) == 0 ? plain : EnglishPlural.of(plain);
    }

    private static String normalised(String text) {
        return FoldedText.fold(text).strip();
    }

    /** A unit found in a folded text, and where its writing ends. */
    record Written(Unit unit, int end) {}

    /** The longest writing of a unit that begins here in a folded text; Latin ones end with their word. */
    static @Nullable Written longestAt(String folded, int start) {
        for (int end = Math.min(folded.length(), start + Table.LONGEST_WRITING); end > start; end--) {
            Unit unit = Table.BY_WRITING.get(folded.substring(start, end));
            if (unit != null
                    && !(end < folded.length() && isLatin(folded.charAt(end - 1)) && isLatin(folded.charAt(end)))) {
                return new Written(unit, end);
            }
        }
        return null;
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    /** Two units are one when their codes are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unit unit && unit.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** Read once, when the first unit is asked for. */
    private static final class Table {
        static final Map<String, Unit> BY_CODE = new LinkedHashMap<>();
        static final Map<String, Unit> BY_WRITING = new HashMap<>();
        static final int LONGEST_WRITING;

        static {
            for (Unit unit : read()) {
                BY_CODE.put(unit.code(), unit);
                for (String writing : unit.aliases()) {
                    BY_WRITING.putIfAbsent(writing, unit);
                }
            }
            LONGEST_WRITING =
                    BY_WRITING.keySet().stream().mapToInt(String::length).max().orElse(0);
        }

        private static List<Unit> read() {
            try (var reader = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(
                            Unit.class.getResourceAsStream("/reference/units.csv"), "reference/units.csv"),
                    StandardCharsets.UTF_8))) {
                List<Unit> units = new ArrayList<>();
                reader.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> units.add(parse(line)));
                return units;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** code,rec20,dimension,factor,name_zh,name_en,aliases; no cell holds a comma. */
        private static Unit parse(String line) {
            String[] cells = line.split(",", -1);
            List<String> writings =
                    new ArrayList<>(List.of(normalised(cells[0]), normalised(cells[4]), normalised(cells[5])));
            for (String alias : cells[6].split("\\|")) {
                if (!alias.isBlank()) {
                    writings.add(normalised(alias));
                }
            }
            return new Unit(
                    cells[0],
                    cells[1],
                    new Dimension(cells[2]),
                    new BigDecimal(cells[3]),
                    cells[4],
                    cells[5],
                    writings.stream().distinct().toList());
        }
    }
}

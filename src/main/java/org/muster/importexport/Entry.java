package org.muster.importexport;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * What a row comes to once it is understood: one firm, one thing it makes.
 *
 * @param placeCode the most exact place that the row names
 * @param note what else the row says, in its own words
 * @param amount output a day; null says "makes it, no figure"
 */
record Entry(
        String name,
        String placeCode,
        String provinceCode,
        String product,
        String category,
        String note,
        @Nullable BigDecimal amount,
        @Nullable String unit,
        @Nullable Said said) {

    /**
     * What a row says of one listing that somebody keeps, cell by cell.
     *
     * @param listing its number, when the row tells it
     * @param key makes rows without a number speak of one listing
     */
    record Said(@Nullable UUID listing, String key, Map<Column, String> cells) {
        Said {
            cells = Map.copyOf(cells);
        }
    }

    Entry(
            String name,
            String placeCode,
            String provinceCode,
            String product,
            String category,
            String note,
            @Nullable BigDecimal amount,
            @Nullable String unit) {
        this(name, placeCode, provinceCode, product, category, note, amount, unit, null);
    }

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern NO_MATTER = Pattern.compile("[\\s()\\[\\]【】、,;]");

    Optional<Quantity> quantity() {
        return amount == null || unit == null ? Optional.empty() : Optional.of(new Quantity(amount, Unit.of(unit)));
    }

    /**
     * What makes two rows speak of one listing, in one file or over the years: the firm, its province and the product, however they are spelled.
     * Digits, points and multiplication signs of the product count: 1.5L is not 15L.
     */
    String key() {
        if (said != null) {
            return said.listing() == null ? said.key() : said.listing().toString();
        }
        return NO_LETTER.matcher(folded(name)).replaceAll("") + "|" + provinceCode + "|"
                + NO_MATTER.matcher(folded(product)).replaceAll("");
    }

    /** A listing's title has two letters at least, and 布 or 煤 is a product all the same. */
    String title() {
        return product.length() > 1 ? product : category + product;
    }

    String description() {
        return category.isEmpty() || note.isEmpty() ? category + note : category + "\n" + note;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

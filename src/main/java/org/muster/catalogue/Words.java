package org.muster.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything a listing says in words, whole or cut down to what does not name its supplier. */
record Words(
        String title,
        @Nullable String titleEn,
        String description,
        @Nullable String descriptionEn,
        String missing,
        List<String> products,
        List<String> convertibleProducts,
        List<String> operations,
        List<String> specification) {

    static boolean saysSomething(String title) {
        return title.length() >= 2;
    }

    /** What a listing is called when its own title may not be shown. */
    static String inShort(List<String> whatItIs) {
        return String.join("、", whatItIs);
    }

    /** Class and city only: names are cut, and the free description, which nobody can cut safely, stays away. */
    Words masked(Anonymity anonymity) {
        List<String> whatItIs = anonymity.cut(products);
        String cut = anonymity.cut(title);
        return new Words(
                saysSomething(cut) ? cut : inShort(whatItIs),
                anonymity.cutOrNull(titleEn),
                "",
                null,
                anonymity.cut(missing),
                whatItIs,
                anonymity.cut(convertibleProducts),
                operations.stream().map(anonymity::cut).toList(),
                specification.stream()
                        .map(anonymity::cut)
                        .filter(Objects::nonNull)
                        .toList());
    }
}

package org.muster.shared;

import java.util.Map;

/** Many of a unit, in English: two pieces, three boxes, four grams per square metre, five jin. */
final class EnglishPlural {

    private static final Map<String, String> BY_HEART =
            Map.of("person", "people", "foot", "feet", "jin", "jin", "liang", "liang");

    private EnglishPlural() {}

    static String of(String unit) {
        int per = unit.indexOf(" per ");
        if (per >= 0) {
            return of(unit.substring(0, per)) + unit.substring(per);
        }
        String irregular = BY_HEART.get(unit);
        if (irregular != null) {
            return irregular;
        }
        boolean hisses = unit.endsWith("x") || unit.endsWith("s") || unit.endsWith("ch") || unit.endsWith("sh");
        return unit + (hisses ? "es" : "s");
    }
}

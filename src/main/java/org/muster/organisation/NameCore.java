package org.muster.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.muster.reference.Place;

/**
 * What is left of a name without its legal form and without where it sits: 江阴市恒丰无纺布有限公司 and 恒丰无纺布（江阴）厂 are both 恒丰无纺布. A name of
 * which nothing is left stays as it is.
 */
final class NameCore {

    private static final int SAYS_SOMETHING = 2;

    private static final Pattern LEGAL_FORM =
            Pattern.compile("(?:股份|集团|控股|实业)*(?:有限责任公司|股份有限公司|有限公司|总公司|分公司|集团公司|公司|集团|总厂|分厂|工厂|厂)$"
                    + "|(?:companylimited|coltd|limited|ltd|incorporated|inc|corporation|corp|company|co|gmbh|llc)$");

    private static final Pattern COUNTRY = Pattern.compile("^(?:中国|中华)(?=.{2})");

    private NameCore() {}

    static String of(String name, List<Place> around) {
        String key = NameKey.of(name).value();
        String left = without(LEGAL_FORM, without(LEGAL_FORM, without(COUNTRY, key)));
        List<String> places = around.stream()
                .flatMap(place -> List.of(
                        place.nameZh(),
                        place.shortZh(),
                        NameKey.of(place.nameEn()).value())
                        .stream())
                .filter(word -> word.length() >= SAYS_SOMETHING)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String place : places) {
            int at = left.indexOf(place);
            if (at >= 0 && left.length() - place.length() >= SAYS_SOMETHING) {
                left = left.substring(0, at) + left.substring(at + place.length());
            }
        }
        return left;
    }

    private static String without(Pattern part, String text) {
        String rest = part.matcher(text).replaceFirst("");
        return rest.length() >= SAYS_SOMETHING ? rest : text;
    }
}

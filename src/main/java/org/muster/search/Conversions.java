package org.muster.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences that ask for lines which could be changed over to a product: 可转产口罩的生产线, "lines that can be converted to masks". */
final class Conversions {

    private static final List<Pattern> SENTENCES = List.of(
            Pattern.compile("(?:找|求|有没有|哪些|需要)?(?:哪些|什么)?(?:生产线|产线)?(?:可以|能够|可|能)?(?:转产|改产|转做|改做|转型生产)(?:成|为)?"
                    + "([^的]{1,30}?)(?:的)?(?:生产线|产线|流水线|线|工厂|厂家|厂|企业|设备)?"),
            Pattern.compile(
                    "(?i)(?:production )?(?:lines?|plants?|factories|capacity|works)? ?(?:that |which )?(?:can |could |may )?(?:be )?"
                            + "(?:converted|changed over|switched|retooled|convertible|convert|switch|change over)"
                            + " (?:over )?(?:to|for|into) (?:making |make |produce |producing )?(.{2,60})"));

    private Conversions() {}

    /** The product, when the words ask for nothing but what could make it. */
    static Optional<String> askedIn(String words) {
        String text = Words.normalised(words);
        return SENTENCES.stream()
                .map(sentence -> sentence.matcher(text))
                .filter(Matcher::matches)
                .map(match -> match.group(1).strip())
                .filter(product -> !Words.tokens(product).isEmpty())
                .findFirst();
    }
}

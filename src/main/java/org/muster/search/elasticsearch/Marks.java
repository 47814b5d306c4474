package org.muster.search.elasticsearch;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that a highlighted text points out; neighbouring ones are one word in Chinese. */
final class Marks {

    private static final Pattern MARKED = Pattern.compile("<em>(.*?)</em>", Pattern.DOTALL);

    private Marks() {}

    static void in(String text, Set<String> into) {
        Matcher matcher = MARKED.matcher(text.replace("</em><em>", ""));
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }
}

package org.muster.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * What axe finds on a page that keeps somebody from using it. Only what is wrong is asked for: what is right would be written down
 * element by element, carried over and read again, which takes longer than looking.
 */
public final class Barriers {

    private static final String AXE = AxeBuilder.getAxeScript();

    /** WCAG 2.2 up to AA, and what axe calls good practice. */
    private static final String LOOK = """
            () => axe.run(document, {
              resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            }).then(found => found.violations.map(
              rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))
            """;

    private Barriers() {}

    /** One line for each rule that is broken, with the first elements that break it; empty for a page that everybody can use. */
    public static List<String> on(Page page) {
        page.evaluate(AXE);
        var found = new ArrayList<String>();
        for (Object line : (List<?>) page.evaluate(LOOK)) {
            found.add(String.valueOf(line));
        }
        return List.copyOf(found);
    }
}

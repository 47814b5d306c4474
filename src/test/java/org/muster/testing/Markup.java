package org.muster.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** Whether a page is valid HTML, by the checker that defines it. */
public final class Markup {

    /** The checker walks its grammar of HTML by recursion, deeper than a thread's usual stack. */
    private static final long STACK_BYTES = 32L << 20;

    private Markup() {}

    /** One line for each error or warning; empty for a valid page. */
    public static List<String> problemsOf(String html) {
        var check = new FutureTask<>(() -> check(html));
        new Thread(null, check, "markup", STACK_BYTES).start();
        try {
            return check.get().lines().filter(line -> !line.isBlank()).toList();
        } catch (ExecutionException e) {
            throw new AssertionError("The page could not be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String check(String html) throws IOException, SAXException {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }
}

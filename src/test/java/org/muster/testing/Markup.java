package org.muster.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nu.validator.validation.SimpleDocumentValidator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Whether a page is valid HTML, by the checker that defines it. */
public final class Markup {

    private static final String HTML = "http://s.validator.nu/html5-all.rnc";

    /** The checker walks its grammar of HTML by recursion, deeper than a thread's usual stack. */
    private static final long STACK_BYTES = 32L << 20;

    /** One page after the other, since they share one reading of the grammar: that takes twenty times as long as a page. */
    private static final ExecutorService CHECKING = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(null, task, "markup", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private static @Nullable SimpleDocumentValidator checker;

    private Markup() {}

    /** One line for each error or warning; empty for a valid page. */
    public static List<String> problemsOf(String html) {
        try {
            return CHECKING.submit(() -> check(html)).get();
        } catch (ExecutionException e) {
            throw new AssertionError("The page could not be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> check(String html) throws Exception {
        var problems = new Problems();
        var ready = checker();
        ready.setUpValidatorAndParsers(problems, false, false);
        ready.checkHtmlInputSource(new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        return List.copyOf(problems.lines);
    }

    private static SimpleDocumentValidator checker() throws Exception {
        var ready = checker;
        if (ready == null) {
            ready = new SimpleDocumentValidator(false, false, true);
            ready.setUpMainSchema(HTML, new Problems());
            checker = ready;
        }
        return ready;
    }

    private static final class Problems implements ErrorHandler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void warning(SAXParseException problem) {
            add("warning", problem);
        }

        @Override
        public void error(SAXParseException problem) {
            add("error", problem);
        }

        @Override
        public void fatalError(SAXParseException problem) {
            add("error", problem);
        }

        private void add(String kind, SAXParseException problem) {
            lines.add("%d.%d %s: %s"
                    .formatted(problem.getLineNumber(), problem.getColumnNumber(), kind, problem.getMessage()));
        }
    }
}

package org.muster.shell;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** Refusals in the user's words: {@code organisation.credit_code_check_digit} is a line of {@code refusals/organisation.properties}. */
public final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    private Refusals() {}

    public static String text(Refusal refusal, Locale locale) {
        int dot = refusal.key().indexOf('.');
        String feature = refusal.key().substring(0, dot);
        String sentence = sentence(feature, refusal.key().substring(dot + 1), locale);
        Object[] args =
                refusal.args().stream().map(arg -> readable(arg, locale)).toArray();
        return new MessageFormat(sentence, locale).format(args);
    }

    /** The reasons that speak of this field of the form. */
    public static List<Refusal> of(@Nullable List<Refusal> refusals, String field) {
        return refusals == null
                ? List.of()
                : refusals.stream()
                        .filter(refusal -> refusal.field().equals(field))
                        .toList();
    }

    private static String sentence(String feature, String key, Locale locale) {
        String sentence = sentences(feature, locale).getProperty(key);
        if (sentence == null) {
            LOG.errorf("No sentence in %s for the refusal %s.%s", locale, feature, key);
            return key.replace('_', ' ');
        }
        return sentence;
    }

    private static Properties sentences(String feature, Locale locale) {
        String file = locale.getLanguage().equals("en") ? feature + "_en" : feature;
        return READ.computeIfAbsent(file, Refusals::read);
    }

    private static Properties read(String file) {
        Properties sentences = new Properties();
        try (InputStream in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("refusals/" + file + ".properties")) {
            if (in != null) {
                sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    private static Object readable(Object arg, Locale locale) {
        if (arg instanceof Quantity quantity) {
            return Figures.exact(quantity, locale);
        } else if (arg instanceof Unit unit) {
            return unit.name(locale);
        } else if (arg instanceof Instant instant) {
            return Times.moment(instant, Language.BEIJING, locale, instant);
        } else if (arg instanceof LocalDate day) {
            return Times.day(day, locale);
        }
        return arg instanceof Number || arg instanceof String ? arg : arg.toString();
    }

    /** {@code {refusal:text(r)}} and what the form tags ask. */
    @TemplateExtension(namespace = "refusal")
    static final class InTemplates {
        private InTemplates() {}

        static String text(Refusal refusal, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
            return Refusals.text(refusal, locale instanceof Locale l ? l : Language.CHINESE);
        }

        static List<Refusal> of(@Nullable List<Refusal> refusals, String field) {
            return Refusals.of(refusals, field);
        }

        static boolean at(@Nullable List<Refusal> refusals, String field) {
            return !Refusals.of(refusals, field).isEmpty();
        }

        /** Whether this is the option that was chosen before, whatever type it is kept in. */
        static boolean same(Object option, @Nullable Object chosen) {
            return chosen != null && option.toString().equals(chosen.toString());
        }

        /** What {@code aria-describedby} of a field names: its hint, and its reasons when there are some. */
        static String describedBy(@Nullable List<Refusal> refusals, String field, @Nullable Object hint) {
            return List.of(
                            hint == null || hint.toString().isEmpty() ? "" : field + "-hint",
                            at(refusals, field) ? field + "-refused" : "")
                    .stream()
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }
}

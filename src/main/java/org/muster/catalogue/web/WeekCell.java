package org.muster.catalogue.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.muster.catalogue.WeekState;
import org.muster.catalogue.Weeks;
import org.muster.shell.Language;
import org.muster.shell.Times;

/**
 * One week as a strip shows it: a sign, a word and a colour.
 *
 * @param says the whole of it, for a title and for those who do not see the sign
 */
public record WeekCell(LocalDate monday, String mark, String sign, String word, String says, boolean current) {

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    static WeekCell of(LocalDate monday, WeekState state, Locale locale, boolean current) {
        String word = Language.messages(CatalogueMessages.class, locale).week_state(state);
        return new WeekCell(monday, mark(state), sign(state), word, Times.day(monday, locale) + " " + word, current);
    }

    static String mark(WeekState state) {
        return switch (state) {
            case FREE -> "free";
            case PARTLY -> "partly";
            case NOT_FREE -> "taken";
            case UNKNOWN -> "unknown";
        };
    }

    static String sign(WeekState state) {
        return switch (state) {
            case FREE -> "●";
            case PARTLY -> "◐";
            case NOT_FREE -> "✕";
            case UNKNOWN -> "?";
        };
    }

    /** {@code {weeks:cells(listing.weeks)}}: the strip that any page shows of a listing, this week first. */
    @TemplateExtension(namespace = "weeks")
    static final class InTemplates {
        private InTemplates() {}

        /** {@code {#if weeks:said(listing.weeks)}}: whether the strip has anything to tell. */
        static boolean said(List<WeekState> states) {
            return WeekState.anySaid(states);
        }

        static List<WeekCell> cells(List<WeekState> states, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
            Locale language = locale instanceof Locale known ? known : Locale.CHINESE;
            LocalDate monday =
                    Weeks.mondayOf(Arc.container().instance(Clock.class).get().instant());
            return IntStream.range(0, states.size())
                    .mapToObj(week -> of(monday.plusWeeks(week), states.get(week), language, week == 0))
                    .toList();
        }
    }
}

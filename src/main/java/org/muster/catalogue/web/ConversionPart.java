package org.muster.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Conversion;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Particulars;
import org.muster.reference.Terms;
import org.muster.shell.Language;

/**
 * What a line's page says of changing it over: to what somebody asks for, or in general.
 *
 * @param conversion null when nobody asks for anything
 * @param products what it can be changed over to, in one line
 * @param questions what has to be asked, in one line; empty where it makes the product already
 */
public record ConversionPart(
        String address,
        String wanted,
        @Nullable Conversion conversion,
        String by,
        String products,
        List<ListingPage.Specification> facts,
        String questions) {

    private static final int LONGEST = 100;

    static ConversionPart of(ListingView line, @Nullable String asked, Terms terms, Locale locale) {
        ConversionMessages words = Language.messages(ConversionMessages.class, locale);
        CatalogueMessages say = Language.messages(CatalogueMessages.class, locale);
        String stripped = asked == null ? "" : asked.strip();
        String wanted = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
        Conversion conversion = wanted.isEmpty() ? null : Conversion.of(line, wanted, terms);
        boolean change = conversion == null || conversion.answer() != Conversion.Answer.MAKES;
        boolean any = !line.convertibleProducts().isEmpty() || conversion != null;
        return new ConversionPart(
                "/listings/" + line.id(),
                wanted,
                conversion,
                conversion == null ? "" : String.join(say.comma(), conversion.by()),
                String.join(say.comma(), line.convertibleProducts()),
                change && any ? facts(line, words, say, locale) : List.of(),
                change && any
                        ? Conversion.unsaid(line).stream().map(words::fact).collect(Collectors.joining(say.comma()))
                        : "");
    }

    public boolean judged() {
        return conversion != null;
    }

    private static List<ListingPage.Specification> facts(
            ListingView line, ConversionMessages words, CatalogueMessages say, Locale locale) {
        List<ListingPage.Specification> facts = new ArrayList<>();
        Integer minutes = line.changeoverMinutes();
        if (minutes != null) {
            facts.add(new ListingPage.Specification(words.time(), words.minutes(minutes.toString())));
        }
        if (!line.operations().isEmpty()) {
            facts.add(new ListingPage.Specification(
                    words.operations(),
                    line.operations().stream().map(Operation::name).collect(Collectors.joining(say.comma()))));
        }
        if (line.particulars() instanceof Particulars.Line said) {
            CleanRoom room = said.cleanRoom();
            if (!said.handles().isEmpty()) {
                facts.add(new ListingPage.Specification(words.materials(), String.join(say.comma(), said.handles())));
            }
            if (room != null) {
                facts.add(new ListingPage.Specification(
                        words.clean_room(),
                        Language.messages(KindMessages.class, locale).clean_room_of(room)));
            }
        }
        if (!line.missing().isBlank()) {
            facts.add(new ListingPage.Specification(words.missing(), line.missing()));
        }
        return facts;
    }
}

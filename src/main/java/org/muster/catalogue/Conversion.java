package org.muster.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.reference.Mention;
import org.muster.reference.Terms;

/**
 * Whether a line can be changed over to a product, as far as its supplier has said so, and what else whoever plans the change has to know. Nothing is
 * guessed: two lines with the same machines differ in what their people have done before.
 *
 * @param by what of the listing says so; empty when nothing does
 * @param unsaid what is not told of the line, and has to be asked
 */
public record Conversion(String wanted, Answer answer, List<String> by, List<Fact> unsaid) {

    /** What the listing says of the product. */
    public enum Answer {
        /** It is made already. */
        MAKES,
        /** The line can be changed over to it. */
        CAN,
        /** Nothing; which is no no. */
        NOT_SAID
    }

    /** What decides how long a change takes, and whether it works at all. */
    public enum Fact {
        OPERATIONS,
        CHANGEOVER,
        MATERIALS,
        CLEAN_ROOM
    }

    public Conversion {
        by = List.copyOf(by);
        unsaid = List.copyOf(unsaid);
    }

    /** @param line a listing as somebody may see it: what is masked there is not looked at here */
    public static Conversion of(ListingView line, String wanted, Terms terms) {
        List<String> makes = named(line.products(), wanted, terms);
        if (!makes.isEmpty()) {
            return new Conversion(wanted, Answer.MAKES, makes, List.of());
        }
        List<String> could = named(line.convertibleProducts(), wanted, terms);
        return new Conversion(wanted, could.isEmpty() ? Answer.NOT_SAID : Answer.CAN, could, unsaid(line));
    }

    /** What is not told of a line. */
    public static List<Fact> unsaid(ListingView line) {
        List<Fact> unsaid = new ArrayList<>();
        if (line.operations().isEmpty()) {
            unsaid.add(Fact.OPERATIONS);
        }
        if (line.changeoverMinutes() == null) {
            unsaid.add(Fact.CHANGEOVER);
        }
        if (line.particulars() instanceof Particulars.Line said) {
            if (said.handles().isEmpty()) {
                unsaid.add(Fact.MATERIALS);
            }
            if (said.cleanRoom() == null) {
                unsaid.add(Fact.CLEAN_ROOM);
            }
        }
        return unsaid;
    }

    /** Those that are what is wanted: by the same words, or by a term that is the wanted one or narrower. */
    private static List<String> named(List<String> products, String wanted, Terms terms) {
        String text = folded(wanted);
        Set<String> keys = new LinkedHashSet<>();
        terms.mentions(wanted).stream()
                .map(Mention::term)
                .flatMap(term -> terms.withNarrower(term).stream())
                .forEach(term -> keys.add(term.key()));
        return products.stream()
                .filter(product -> folded(product).contains(text)
                        || terms.mentions(product).stream()
                                .anyMatch(
                                        mention -> keys.contains(mention.term().key())))
                .toList();
    }

    private static String folded(String text) {
        return Stream.of(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .split("\\s+"))
                .reduce("", String::concat);
    }
}

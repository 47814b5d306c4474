package org.muster.reference;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.shared.FoldedText;

/** Standards with their dated editions, and where a text cites one. */
@Singleton
public class Standards {

    /**
     * A standard that a text cites.
     *
     * @param edition the edition written behind it; empty when none was
     * @param known that edition, or without one all of the standard; empty when we know no such edition, which is flagged, not refused
     */
    public record Citation(String written, String code, Optional<String> edition, List<StandardEdition> known) {
        public Citation {
            known = List.copyOf(known);
        }
    }

    private record Cited(String code, Pattern pattern) {}

    private final List<StandardEdition> all;
    private final List<Cited> codes;

    public Standards() {
        all = ReferenceTable.read("standards").stream()
                .map(row -> new StandardEdition(
                        row.text("code"),
                        row.text("edition"),
                        row.text("title_zh"),
                        row.text("title_en"),
                        row.optional("effective_from").map(LocalDate::parse),
                        row.optional("effective_to").map(LocalDate::parse),
                        row.optional("successor"),
                        row.text("family"),
                        row.text("note")))
                .toList();
        codes = all.stream()
                .map(StandardEdition::code)
                .distinct()
                // GB/T 7543 before GB 7543 before a shorter code that begins the same
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(code -> new Cited(code, patternOf(code)))
                .toList();
    }

    public List<StandardEdition> all() {
        return all;
    }

    /** The edition of this designation, such as {@code YY 0469-2011}. */
    public Optional<StandardEdition> byDesignation(String designation) {
        return all.stream()
                .filter(edition -> edition.designation().equals(designation))
                .findFirst();
    }

    /** The editions we know of one standard. */
    public List<StandardEdition> editionsOf(String code) {
        return all.stream().filter(edition -> edition.code().equals(code)).toList();
    }

    /** What replaced this edition, and what replaced that, nearest first. */
    public List<StandardEdition> successorsOf(StandardEdition edition) {
        List<StandardEdition> successors = new ArrayList<>();
        Optional<StandardEdition> next = edition.successor().flatMap(this::byDesignation);
        while (next.isPresent()
                && !successors.contains(next.get())
                && !next.get().equals(edition)) {
            successors.add(next.get());
            next = next.get().successor().flatMap(this::byDesignation);
        }
        return successors;
    }

    /** Whether two standards look alike without being one: of one family, under different codes, and neither replaced the other. */
    public boolean lookAlike(String code, String other) {
        if (code.equals(other)) {
            return false;
        }
        List<StandardEdition> ours = editionsOf(code);
        List<StandardEdition> theirs = editionsOf(other);
        boolean oneFamily = ours.stream()
                .anyMatch(one -> theirs.stream().anyMatch(two -> two.family().equals(one.family())));
        return oneFamily && !replaced(ours, theirs) && !replaced(theirs, ours);
    }

    private boolean replaced(List<StandardEdition> earlier, List<StandardEdition> later) {
        return earlier.stream()
                .anyMatch(edition -> successorsOf(edition).stream().anyMatch(later::contains));
    }

    /** The editions that a text cites: the one named, or all of a standard cited without its year. */
    public List<StandardEdition> mentionedIn(String text) {
        return citations(text).stream()
                .flatMap(citation -> citation.known().stream())
                .distinct()
                .toList();
    }

    /** Every standard of ours that a text cites, with or without an edition, in order. */
    public List<Citation> citations(String text) {
        FoldedText folded = FoldedText.of(text);
        record Found(int start, int end, Citation citation) {}
        List<Found> found = new ArrayList<>();
        for (Cited cited : codes) {
            Matcher matcher = cited.pattern.matcher(folded.text());
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (found.stream().anyMatch(other -> start < other.end && other.start < end)) {
                    continue;
                }
                Optional<String> edition = Optional.ofNullable(matcher.group("edition"));
                List<StandardEdition> known = all.stream()
                        .filter(one -> one.code().equals(cited.code))
                        .filter(one -> edition.isEmpty() || isEdition(one, edition.get()))
                        .toList();
                found.add(new Found(start, end, new Citation(folded.written(start, end), cited.code, edition, known)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::start))
                .map(Found::citation)
                .toList();
    }

    /** EN 14683:2019 is also cited as EN 14683-2019 and 14683:2019+AC; EN 149:2001+A1:2009 by its first year. */
    private static boolean isEdition(StandardEdition one, String written) {
        String edition = one.edition().toLowerCase(Locale.ROOT);
        return edition.equals(written) || edition.startsWith(written + "+") || ("20" + edition).equals(written);
    }

    /** Blanks and the stroke of GB/T may be left out or added; a year may follow a dash or a colon. */
    private static Pattern patternOf(String code) {
        StringBuilder pattern = new StringBuilder("(?<![a-z0-9/])");
        for (String part : code.toLowerCase(Locale.ROOT).split(" ")) {
            if (pattern.charAt(pattern.length() - 1) != ')') {
                pattern.append(" ?");
            }
            pattern.append(Pattern.quote(part).replace("/", "\\E ?/? ?\\Q"));
        }
        return Pattern.compile(pattern + "(?![0-9])(?! ?\\.\\d)(?: ?[-:] ?(?<edition>\\d{2,4}))?(?![0-9])");
    }
}

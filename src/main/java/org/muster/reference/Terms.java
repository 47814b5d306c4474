package org.muster.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.shared.FoldedText;

/** The glossary as it stood at one revision. Never changes, so any number of searches may read it at once. */
public final class Terms {

    /** Beyond that nothing more is remembered: a list of other words each time is looked up as before. */
    private static final int MOST_REMEMBERED = 5_000;

    private static final int LONGEST_REMEMBERED = 100;

    /** @param inflects whether an English plural of it counts; PE is not the singular of PES */
    private record Label(Term term, boolean inflects) {}

    private record Hit(int end, Term term) {}

    private final long revision;
    private final Map<String, Term> byKey = new LinkedHashMap<>();
    private final Map<String, List<Term>> narrower = new HashMap<>();
    private final Labels<Label> labels = new Labels<>();

    private final Divisions divisions;

    /** Lists say the same words again and again. */
    private final Map<String, Optional<Division>> divisionsOfWords = new ConcurrentHashMap<>();

    private final Map<String, List<Mention>> mentionsOfWords = new ConcurrentHashMap<>();

    Terms(long revision, Collection<Term> all, Divisions divisions) {
        this.revision = revision;
        this.divisions = divisions;
        for (Term term : all) {
            byKey.put(term.key(), term);
            term.broader()
                    .ifPresent(broader -> narrower.computeIfAbsent(broader, key -> new ArrayList<>())
                            .add(term));
        }
        for (Term term : all) {
            List.of(term.zh(), term.en()).forEach(name -> add(name, term, true));
            term.zhSynonyms().forEach(synonym -> add(synonym, term, true));
            term.enSynonyms().forEach(synonym -> add(synonym, term, true));
            term.abbreviations().forEach(abbreviation -> add(abbreviation, term, false));
        }
    }

    private void add(String written, Term term, boolean name) {
        String label = Labels.normalised(written);
        if (label.isEmpty()) {
            return;
        }
        boolean english = name && isLatinLetter(label.charAt(label.length() - 1)) && label.length() > 2;
        labels.add(label, new Label(term, english));
        if (!english) {
            return;
        }
        int last = label.length() - 1;
        if (label.endsWith("y") && last > 0 && "aeiou".indexOf(label.charAt(last - 1)) < 0) {
            labels.add(label.substring(0, last) + "ies", new Label(term, false));
        } else if (label.endsWith("ies") && label.length() > 4) {
            labels.add(label.substring(0, label.length() - 3) + "y", new Label(term, false));
        } else if (label.endsWith("s") && !label.endsWith("ss") && !label.endsWith("us") && label.length() > 4) {
            // "ear loops" in the glossary is found by "ear loop"
            labels.add(label.substring(0, last), new Label(term, false));
        }
    }

    /** Counts the changes of the glossary: two snapshots of one revision are the same. */
    public long revision() {
        return revision;
    }

    public List<Term> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<Term> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The term called exactly so, whatever width, case or hyphens. */
    public Optional<Term> called(String label) {
        List<Mention> mentions = mentions(label);
        return mentions.size() == 1
                        && mentions.get(0).written().strip().length()
                                == label.strip().length()
                ? Optional.of(mentions.get(0).term())
                : Optional.empty();
    }

    /**
     * The terms that a text speaks of, from left to right, the longest label at each place: 医用外科口罩 is one mention, not also 口罩.
     * Chinese labels count anywhere, English ones as whole words, in the plural too; width, case and hyphens do not matter.
     */
    public List<Mention> mentions(String text) {
        return remembered(mentionsOfWords, text, this::find);
    }

    private static <T> T remembered(Map<String, T> known, String words, Function<String, T> found) {
        T before = known.get(words);
        if (before != null) {
            return before;
        }
        T now = found.apply(words);
        if (words.length() <= LONGEST_REMEMBERED && known.size() < MOST_REMEMBERED) {
            known.put(words, now);
        }
        return now;
    }

    private List<Mention> find(String text) {
        FoldedText folded = FoldedText.of(text).spaced();
        String letters = folded.text();
        List<Mention> found = new ArrayList<>();
        int i = 0;
        while (i < letters.length()) {
            if (letters.charAt(i) == ' ' || !Labels.isWordStart(letters, i)) {
                i++;
                continue;
            }
            Hit hit = longestAt(letters, i);
            if (hit == null) {
                i++;
            } else {
                found.add(new Mention(
                        folded.writtenStart(i), folded.writtenEnd(hit.end), folded.written(i, hit.end), hit.term));
                i = hit.end;
            }
        }
        return List.copyOf(found);
    }

    private @Nullable Hit longestAt(String letters, int start) {
        Hit[] longest = new Hit[1];
        labels.visit(letters, start, (end, values) -> {
            Label label = values.get(0);
            int wordEnd = label.inflects ? afterPlural(letters, end) : end;
            if (Labels.isWordEnd(letters, wordEnd)) {
                longest[0] = new Hit(wordEnd, label.term);
            } else if (Labels.isWordEnd(letters, end)) {
                longest[0] = new Hit(end, label.term);
            }
        });
        return longest[0];
    }

    private static int afterPlural(String letters, int end) {
        for (String plural : List.of("es", "s")) {
            if (letters.startsWith(plural, end) && Labels.isWordEnd(letters, end + plural.length())) {
                boolean hisses = "sxzh".indexOf(letters.charAt(end - 1)) >= 0;
                if (plural.equals("s") || hisses) {
                    return end + plural.length();
                }
            }
        }
        return end;
    }

    private static boolean isLatinLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    /** Everything that this term and all narrower ones are called. */
    public List<String> allLabels(Term term) {
        Set<String> all = new LinkedHashSet<>();
        withNarrower(term).forEach(one -> all.addAll(one.labels()));
        return List.copyOf(all);
    }

    /** The term and every narrower one, itself first. */
    public List<Term> withNarrower(Term term) {
        Map<String, Term> seen = new LinkedHashMap<>();
        collect(term, seen);
        return List.copyOf(seen.values());
    }

    private void collect(Term term, Map<String, Term> seen) {
        if (seen.putIfAbsent(term.key(), term) == null) {
            narrower.getOrDefault(term.key(), List.of()).forEach(one -> collect(one, seen));
        }
    }

    /** The term and every broader one, itself first. */
    public List<Term> withBroader(Term term) {
        Map<String, Term> seen = new LinkedHashMap<>();
        Optional<Term> at = Optional.of(term);
        while (at.isPresent() && seen.putIfAbsent(at.get().key(), at.get()) == null) {
            at = at.get().broader().flatMap(this::byKey);
        }
        return List.copyOf(seen.values());
    }

    /** The industry that makes this, the term's own or that of the nearest broader one. */
    public Optional<Division> divisionOf(Term term) {
        return withBroader(term).stream()
                .flatMap(one -> one.division().stream())
                .findFirst()
                .flatMap(divisions::byCode);
    }

    /**
     * The industry that somebody who makes this is in: the one most of the text speaks of, the first named where it is even; without
     * any term in it, the industry whose own name it uses.
     */
    public Optional<Division> divisionOf(String makes) {
        return remembered(divisionsOfWords, makes, this::heaviestIn);
    }

    private Optional<Division> heaviestIn(String makes) {
        Map<Division, Integer> weights = new LinkedHashMap<>();
        for (Mention mention : mentions(makes)) {
            divisionOf(mention.term()).ifPresent(one -> weights.merge(one, weightOf(mention), Integer::sum));
        }
        Optional<Division> heaviest = Optional.empty();
        int most = 0;
        for (Map.Entry<Division, Integer> weight : weights.entrySet()) {
            if (weight.getValue() > most) {
                most = weight.getValue();
                heaviest = Optional.of(weight.getKey());
            }
        }
        return heaviest.or(() -> divisions.namedIn(makes));
    }

    /** What is made says more of an industry than what it is made with. */
    private static int weightOf(Mention mention) {
        return switch (mention.term().kind()) {
            case PRODUCT, MATERIAL, EQUIPMENT -> 3;
            case OPERATION, SERVICE -> 2;
            case SPECIFICATION, CERTIFICATE -> 1;
        };
    }
}

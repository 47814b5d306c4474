package org.muster.reference;

import java.util.List;
import java.util.Optional;

/** What somebody wants a term to say. The same meaning as in {@link Term}; labels may come with blanks around them and more than once. */
public record TermDraft(
        Optional<TermKind> kind,
        String zh,
        String en,
        List<String> zhSynonyms,
        List<String> enSynonyms,
        List<String> abbreviations,
        Optional<String> division,
        Optional<String> broader,
        Optional<String> defaultUnit) {

    public TermDraft {
        zh = zh.strip();
        en = en.strip();
        zhSynonyms = tidy(zhSynonyms);
        enSynonyms = tidy(enSynonyms);
        abbreviations = tidy(abbreviations);
    }

    private static List<String> tidy(List<String> labels) {
        return labels.stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    /** What the term says now, to be changed. */
    public static TermDraft of(Term term) {
        return new TermDraft(
                Optional.of(term.kind()),
                term.zh(),
                term.en(),
                term.zhSynonyms(),
                term.enSynonyms(),
                term.abbreviations(),
                term.division(),
                term.broader(),
                term.defaultUnit());
    }
}

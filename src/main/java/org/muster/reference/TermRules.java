package org.muster.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** What a term of the glossary must be. Each rule is one method that gives its refusals; all of them are told at once. */
final class TermRules {

    static final int LONGEST_LABEL = 120;
    static final int MOST_LABELS = 80;
    static final int SHORTEST_REASON = 4;

    private final Terms terms;
    private final Divisions divisions;

    TermRules(Terms terms, Divisions divisions) {
        this.terms = terms;
        this.divisions = divisions;
    }

    /** @param own the term being changed; empty for a new one */
    List<Refusal> check(TermDraft draft, Optional<Term> own) {
        List<Refusal> refusals = new ArrayList<>();
        refusals.addAll(namedInBothLanguages(draft));
        refusals.addAll(labelsOfFairLength(draft));
        refusals.addAll(labelsMeanOneThing(draft, own));
        refusals.addAll(kindIsSaid(draft));
        refusals.addAll(divisionExists(draft));
        refusals.addAll(broaderExistsAndIsNoCircle(draft, own));
        refusals.addAll(unitExists(draft));
        return refusals;
    }

    private static List<Refusal> namedInBothLanguages(TermDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        if (Labels.normalised(draft.zh()).isEmpty()) {
            refusals.add(Refusal.at("zh", "reference.term_zh_missing"));
        }
        if (Labels.normalised(draft.en()).isEmpty()) {
            refusals.add(Refusal.at("en", "reference.term_en_missing"));
        }
        return refusals;
    }

    private static List<Refusal> labelsOfFairLength(TermDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        fields(draft).forEach((label, field) -> {
            if (label.length() > LONGEST_LABEL) {
                refusals.add(
                        Refusal.at(field, "reference.term_label_long", label.substring(0, 20) + "…", LONGEST_LABEL));
            }
        });
        if (fields(draft).size() > MOST_LABELS) {
            refusals.add(Refusal.of("reference.term_labels_many", MOST_LABELS));
        }
        return refusals;
    }

    /** A label leads to one term, or a search could not know which was meant. */
    private List<Refusal> labelsMeanOneThing(TermDraft draft, Optional<Term> own) {
        Map<String, Term> taken = new LinkedHashMap<>();
        for (Term term : terms.all()) {
            if (own.filter(mine -> mine.id().equals(term.id())).isEmpty()) {
                term.labels().forEach(label -> taken.putIfAbsent(Labels.normalised(label), term));
            }
        }
        List<Refusal> refusals = new ArrayList<>();
        fields(draft).forEach((label, field) -> {
            Term other = taken.get(Labels.normalised(label));
            if (other != null) {
                refusals.add(Refusal.at(field, "reference.term_label_taken", label, other.zh(), other.en()));
            }
        });
        return refusals;
    }

    private static List<Refusal> kindIsSaid(TermDraft draft) {
        return draft.kind().isPresent() ? List.of() : List.of(Refusal.at("kind", "reference.term_kind_missing"));
    }

    private List<Refusal> divisionExists(TermDraft draft) {
        return draft.division()
                .filter(code -> divisions.byCode(code).isEmpty())
                .map(code -> List.of(Refusal.at("division", "reference.division_unknown", code)))
                .orElse(List.of());
    }

    private List<Refusal> broaderExistsAndIsNoCircle(TermDraft draft, Optional<Term> own) {
        if (draft.broader().isEmpty()) {
            return List.of();
        }
        Optional<Term> broader = terms.byKey(draft.broader().get());
        if (broader.isEmpty()) {
            return List.of(Refusal.at(
                    "broader", "reference.term_broader_unknown", draft.broader().get()));
        }
        boolean circle = own.isPresent()
                && terms.withNarrower(own.get()).stream()
                        .anyMatch(narrower -> narrower.id().equals(broader.get().id()));
        return circle
                ? List.of(Refusal.at(
                        "broader",
                        "reference.term_broader_circle",
                        broader.get().zh(),
                        broader.get().en()))
                : List.of();
    }

    private static List<Refusal> unitExists(TermDraft draft) {
        return draft.defaultUnit()
                .filter(unit -> Unit.written(unit).isEmpty())
                .map(unit -> List.of(Refusal.at("defaultUnit", "reference.unit_unknown", unit)))
                .orElse(List.of());
    }

    /** Every label once, with the field that it was typed into. */
    private static Map<String, String> fields(TermDraft draft) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        put(fields, seen, List.of(draft.zh()), "zh");
        put(fields, seen, List.of(draft.en()), "en");
        put(fields, seen, draft.zhSynonyms(), "zhSynonyms");
        put(fields, seen, draft.enSynonyms(), "enSynonyms");
        put(fields, seen, draft.abbreviations(), "abbreviations");
        return fields;
    }

    private static void put(Map<String, String> fields, Set<String> seen, List<String> labels, String field) {
        for (String label : labels) {
            if (seen.add(Labels.normalised(label))) {
                fields.put(label, field);
            }
        }
    }
}

package org.muster.certificate;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentId;
import org.muster.reference.Standards;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Reads what somebody typed of a certificate, and tells everything that is wrong with it at once. */
final class CertificateRules {

    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_SCOPE_TEXT = 1000;
    private static final int MOST_STANDARDS = 30;
    private static final int MOST_PRODUCTS = 60;

    private final Standards standards;
    private final Terms terms;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();

    CertificateRules(Standards standards, Terms terms, LocalDate today) {
        this.standards = standards;
        this.terms = terms;
        this.today = today;
    }

    /** @param document the file that the draft names, when there is such a file */
    Outcome<Certificate.Facts> read(CertificateDraft draft, Optional<AttachmentId> document) {
        CertificateKind kind = named(CertificateKind.values(), draft.kind());
        Relation relation = named(Relation.values(), draft.relation());
        String number = "";
        if (kind == null) {
            refuse("kind", "kind_missing");
        } else {
            number = take(CertificateNumber.read("number", kind, draft.number(), Year.from(today)))
                    .map(CertificateNumber::value)
                    .orElse("");
        }
        String issuer = text("issuer", draft.issuer(), "issuer_missing");
        if (relation == null) {
            refuse("relation", "relation_missing");
        }
        String holder =
                relation == null || relation == Relation.OWN ? null : text("holder", draft.holder(), "holder_missing");
        List<String> scope = scope(draft.scope());
        String scopeText = said(draft.scopeText());
        if (scopeText.length() > LONGEST_SCOPE_TEXT) {
            refuse("scopeText", "scope_text_long", LONGEST_SCOPE_TEXT);
        }
        List<CitedStandard> cited = CitedStandard.read(said(draft.standards()), standards);
        if (cited.size() > MOST_STANDARDS) {
            refuse("standards", "standards_many", MOST_STANDARDS);
        }
        LocalDate from = day("validFrom", draft.validFrom());
        LocalDate to = day("validTo", draft.validTo());
        if (kind != null) {
            validity(kind, from, to, draft);
        }
        if (!draft.document().isEmpty() && document.isEmpty()) {
            refuse("document", "document_gone");
        }
        if (!refusals.isEmpty() || kind == null || relation == null) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(new Certificate.Facts(
                kind, number, issuer, relation, holder, scope, scopeText, cited, from, to, document.orElse(null)));
    }

    private void validity(
            CertificateKind kind, @Nullable LocalDate from, @Nullable LocalDate to, CertificateDraft draft) {
        if (to == null) {
            if (kind.hasLastDay() && draft.validTo().isBlank()) {
                refuse("validTo", "valid_to_missing");
            }
            return;
        }
        if (from != null && to.isBefore(from)) {
            refuse("validTo", "valid_to_before_from");
        } else if (to.isBefore(today)) {
            refuse("validTo", "valid_to_past");
        } else if (from != null
                && kind.yearsAtMost() > 0
                // Renewed in time, a paper runs from the end of the one before and may bear an earlier day of issue.
                && to.isAfter(from.plusYears(kind.yearsAtMost() + 1))) {
            refuse("validTo", "valid_to_far", kind.yearsAtMost());
        }
    }

    private List<String> scope(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        Stream.of(typed.split("[、,，;；\\n\\r]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> terms.called(name)
                        .or(() -> terms.byKey(name))
                        .map(Term::key)
                        .ifPresentOrElse(keys::add, () -> unknown.add(name)));
        if (!unknown.isEmpty()) {
            refuse("scope", "scope_unknown", String.join("、", unknown));
        }
        if (keys.size() > MOST_PRODUCTS) {
            refuse("scope", "scope_many", MOST_PRODUCTS);
        }
        return List.copyOf(keys);
    }

    private String text(String field, String typed, String refusal) {
        String text = said(typed);
        if (text.length() < SHORTEST_NAME || text.length() > LONGEST_NAME) {
            refuse(field, refusal, LONGEST_NAME);
        }
        return text;
    }

    /** As typed, without what no database keeps and nobody sees; lines stay lines. */
    static String said(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
                .strip();
    }

    private @Nullable LocalDate day(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip().replace('/', '-').replace('.', '-'));
        } catch (DateTimeParseException e) {
            refuse(field, "day_unreadable");
            return null;
        }
    }

    private <T> Optional<T> take(Outcome<T> outcome) {
        refusals.addAll(outcome.reasons());
        return outcome.isAccepted() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }

    private void refuse(String field, String key, Object... args) {
        refusals.add(Refusal.at(field, "certificate." + key, args));
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

package org.muster.certificate;

import java.util.List;
import java.util.stream.Collectors;
import org.muster.reference.Term;

/** A certificate as others see it on a page, on a day. */
public record ShownCertificate(
        CertificateCard card, ValidityState state, List<Term> scope, List<ShownStandard> standards) {

    public ShownCertificate {
        scope = List.copyOf(scope);
        standards = List.copyOf(standards);
    }

    /** What it covers by the names of a language, {@code zh} or {@code en}; empty for the whole organisation. */
    public String scopeIn(String language) {
        boolean english = language.equals("en");
        return scope.stream()
                .map(term -> english ? term.en() : term.zh())
                .collect(Collectors.joining(english ? ", " : "、"));
    }
}

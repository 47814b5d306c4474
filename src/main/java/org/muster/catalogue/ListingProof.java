package org.muster.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.CertificateKind;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;

/**
 * A certificate that speaks for a listing, without what names anybody: no number, no holder.
 *
 * @param standards designations of the editions it cites, as far as they are known
 * @param from first day; null when it says none
 * @param to last day; null when it has none
 */
public record ListingProof(
        CertificateKind kind,
        List<String> standards,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public ListingProof {
        standards = List.copyOf(standards);
    }

    static ListingProof of(CertificateCard card, Standards standards) {
        return new ListingProof(
                card.kind(),
                card.standards().stream()
                        .flatMap(cited -> cited.known(standards).stream())
                        .map(StandardEdition::designation)
                        .toList(),
                card.validFrom(),
                card.validTo());
    }
}

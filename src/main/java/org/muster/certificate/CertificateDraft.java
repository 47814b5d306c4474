package org.muster.certificate;

/**
 * A certificate as somebody typed it.
 *
 * @param kind the name of a {@link CertificateKind}
 * @param relation the name of a {@link Relation}
 * @param scope products by any of their names, parted by commas; empty for the whole organisation
 * @param document the id of a file that was kept; empty for none
 */
public record CertificateDraft(
        String kind,
        String number,
        String issuer,
        String relation,
        String holder,
        String scope,
        String scopeText,
        String standards,
        String validFrom,
        String validTo,
        String document) {

    public static CertificateDraft blank() {
        return new CertificateDraft("", "", "", Relation.OWN.name(), "", "", "", "", "", "", "");
    }
}

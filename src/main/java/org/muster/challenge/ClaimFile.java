package org.muster.challenge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muster.catalogue.ListingCard;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Gate;
import org.muster.organisation.OrganisationCard;
import org.muster.shared.Quantity;

/**
 * A claim beside what is proven of it.
 *
 * @param mobile where the claimant is rung up
 * @param listing the one it names
 * @param limits each limit of the challenge, and whether the figure that was stated keeps it
 * @param papers each paper that is wanted, and whether the claimant shows it
 * @param numbers the certificates it names, and which of them we know
 * @param pace how long the line it names takes; empty where it names none with a daily figure
 * @param late whether it comes after the day it is needed by, or its line would
 */
public record ClaimFile(
        ClaimView claim,
        OrganisationCard organisation,
        Optional<String> mobile,
        Optional<ListingCard> listing,
        List<KeptLimit> limits,
        List<ShownPaper> papers,
        List<NamedCertificate> numbers,
        Optional<Pace> pace,
        boolean late) {

    public record KeptLimit(Limit limit, Optional<BigDecimal> stated) {
        public boolean kept() {
            return stated.filter(limit::isKeptBy).isPresent();
        }

        /** A limit may have been added after the claim was made. */
        public String said() {
            return stated.map(figure -> figure.stripTrailingZeros().toPlainString())
                    .orElse("–");
        }
    }

    public record ShownPaper(CertificateKind kind, Gate.Answer answer) {}

    public record NamedCertificate(String number, Optional<CertificateCard> known, boolean valid) {}

    public record Pace(Quantity perDay, long days) {}

    public ClaimFile {
        limits = List.copyOf(limits);
        papers = List.copyOf(papers);
        numbers = List.copyOf(numbers);
    }

    /** How many things a coordinator should look at before accepting. */
    public long doubts() {
        return limits.stream().filter(one -> !one.kept()).count()
                + papers.stream().filter(one -> !one.answer().passes()).count()
                + numbers.stream().filter(one -> !one.valid()).count()
                + (late ? 1 : 0);
    }
}

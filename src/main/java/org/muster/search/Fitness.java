package org.muster.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.certificate.CertificateKind;

/**
 * What has to hold beyond what a page can ask for, so that those who fit are found among many nearer ones who do not. It only leaves out
 * who surely does not fit; whoever asks judges the rest.
 *
 * @param papers of each of these sets a certificate of one of its kinds
 * @param day on which these have to be valid
 * @param confirmedSince last confirmed at this moment or later
 * @param free whether some time has to lie ahead in which it is free, or it was declared free
 */
public record Fitness(
        List<Set<CertificateKind>> papers, LocalDate day, Optional<Instant> confirmedSince, boolean free) {

    private static final Fitness ANY = new Fitness(List.of(), LocalDate.EPOCH, Optional.empty(), false);

    public Fitness {
        papers = papers.stream().map(Set::copyOf).toList();
    }

    /** Asks for nothing. */
    public static Fitness any() {
        return ANY;
    }
}

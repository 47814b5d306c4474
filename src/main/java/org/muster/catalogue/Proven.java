package org.muster.catalogue;

import java.util.Set;
import org.muster.certificate.CertificateKind;

/**
 * What a listing's supplier has to prove on the day of the search. A paper that is over proves nothing from the next search on.
 *
 * @param kinds a certificate of one of these kinds; any when empty
 * @param standards editions asked for, by designation; any when empty
 * @param orSuccessor whether what replaced an edition will do as well
 * @param accepted the editions that will do: those asked for, with their successors where these will do
 */
public record Proven(Set<CertificateKind> kinds, Set<String> standards, boolean orSuccessor, Set<String> accepted) {

    private static final Proven NOTHING = new Proven(Set.of(), Set.of(), false, Set.of());

    public Proven {
        kinds = Set.copyOf(kinds);
        standards = Set.copyOf(standards);
        accepted = Set.copyOf(accepted);
    }

    public static Proven nothing() {
        return NOTHING;
    }

    public Proven withKinds(Set<CertificateKind> other) {
        return new Proven(other, standards, orSuccessor, accepted);
    }

    /** No edition at all. */
    public Proven withoutStandards() {
        return new Proven(kinds, Set.of(), false, Set.of());
    }
}

package org.muster.certificate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a supplier to prove.
 *
 * @param kinds any of them will do; empty for any kind
 * @param standard which standard the paper must name
 * @param products keys of the terms that it must cover, each of them; empty when it does not matter
 * @param confirmed whether somebody must have checked it
 * @param ownOnly whether the supplier must be its holder
 */
public record Requirement(
        Set<CertificateKind> kinds,
        Optional<Wanted> standard,
        List<String> products,
        boolean confirmed,
        boolean ownOnly) {

    public Requirement {
        kinds = Set.copyOf(kinds);
        products = List.copyOf(products);
    }

    /**
     * A standard that is asked for.
     *
     * @param edition null when any edition that is in force will do
     * @param orSuccessor whether what replaced that edition will do as well
     */
    public record Wanted(String code, @Nullable String edition, boolean orSuccessor) {}

    public static Requirement of(CertificateKind kind) {
        return new Requirement(Set.of(kind), Optional.empty(), List.of(), false, false);
    }

    public Requirement withStandard(String code, @Nullable String edition, boolean orSuccessor) {
        return new Requirement(
                kinds, Optional.of(new Wanted(code, edition, orSuccessor)), products, confirmed, ownOnly);
    }

    public Requirement covering(String... terms) {
        return new Requirement(kinds, standard, List.of(terms), confirmed, ownOnly);
    }

    public Requirement thatIsConfirmed() {
        return new Requirement(kinds, standard, products, true, ownOnly);
    }

    public Requirement ofTheHolder() {
        return new Requirement(kinds, standard, products, confirmed, true);
    }
}

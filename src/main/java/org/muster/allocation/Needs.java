package org.muster.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingKind;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Requirement;
import org.muster.matching.Need;
import org.muster.matching.SpecificationLimit;
import org.muster.recipe.RecipeLine;
import org.muster.reference.Place;

/** What is looked for on the market for one requirement. Pure. */
final class Needs {

    private static final Set<ListingKind> MAKERS = Set.of(ListingKind.PRODUCTION_LINE);
    private static final Set<ListingKind> MAKERS_AND_GOODS =
            Set.of(ListingKind.PRODUCTION_LINE, ListingKind.FINISHED_STOCK);
    private static final Set<ListingKind> GOODS = Set.of(ListingKind.MATERIAL, ListingKind.FINISHED_STOCK);

    /** A roll may be wider, it is slit; and a fifth lighter or a quarter heavier. */
    private static final BigDecimal LIGHTEST = new BigDecimal("0.8");

    private static final BigDecimal HEAVIEST = new BigDecimal("1.25");

    private Needs() {}

    /** Whoever fits one of these fits the requirement. */
    static List<Need> of(Wanted.Resource resource, Wanted.Output output, Place place) {
        List<Need> needs = new ArrayList<>();
        if (resource.kind() == RecipeLine.Kind.LINE) {
            needs.add(need(output.term(), resource, place, MAKERS_AND_GOODS).orConverted());
            if (!resource.term().equals(output.term())) {
                needs.add(need(resource.term(), resource, place, MAKERS));
            }
        } else if (resource.kind() == RecipeLine.Kind.MATERIAL) {
            SpecificationLimit[] limits = limits(resource.line());
            if (limits.length == 0) {
                needs.add(need(resource.term(), resource, place, Set.of()));
            } else {
                needs.add(need(resource.term(), resource, place, GOODS).specified(limits));
                needs.add(need(resource.term(), resource, place, MAKERS));
            }
        } else {
            needs.add(need(resource.term(), resource, place, Set.of()));
            if (resource.main() && !resource.term().equals(output.term())) {
                needs.add(need(output.term(), resource, place, Set.of()));
            }
        }
        return needs;
    }

    private static Need need(String term, Wanted.Resource resource, Place place, Set<ListingKind> kinds) {
        return Need.of(term, place, resource.neededBy())
                .from(kinds, Set.of())
                .certified(required(resource.papers()).toArray(Requirement[]::new));
    }

    /** @param papers kinds of certificates as recipes name them; what is none is left out */
    static List<Requirement> required(List<String> papers) {
        return papers.stream()
                .filter(paper -> Arrays.stream(CertificateKind.values())
                        .anyMatch(kind -> kind.name().equals(paper)))
                .map(paper -> Requirement.of(CertificateKind.valueOf(paper)))
                .toList();
    }

    private static SpecificationLimit[] limits(@Nullable RecipeLine line) {
        if (line == null || line.gsm() == null || line.widthMm() == null) {
            return new SpecificationLimit[0];
        }
        BigDecimal gsm = Objects.requireNonNull(line.gsm());
        return new SpecificationLimit[] {
            new SpecificationLimit("gsm", gsm.multiply(LIGHTEST), gsm.multiply(HEAVIEST), "g/m²", ""),
            new SpecificationLimit("width", line.widthMm(), null, "mm", "")
        };
    }
}

package org.muster.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muster.recipe.RecipeLine;
import org.muster.reference.ReferenceVolumes;
import org.muster.shared.Dimension;

/**
 * What a way costs, by how much room goods take and how far it is: masks and rolls fill a lorry long before they weigh it down. The price of a cubic metre and
 * kilometre is common practice: a lorry of 90 m³ at 8 yuan a kilometre, six tenths full. Whoever plans may say another one.
 */
final class Freight {

    static final BigDecimal USUAL = new BigDecimal("0.15");

    private final BigDecimal yuan;

    /** @param yuan for a cubic metre and kilometre */
    Freight(BigDecimal yuan) {
        this.yuan = yuan;
    }

    /** Yuan for one of the order's units over so many kilometres; nothing for rooms and services, to which the goods go. */
    BigDecimal of(Wanted.Resource resource, long kilometres) {
        if (resource.kind() == RecipeLine.Kind.SERVICE || resource.kind() == RecipeLine.Kind.ROOM) {
            return BigDecimal.ZERO;
        }
        return cubicMetres(resource).multiply(BigDecimal.valueOf(kilometres)).multiply(yuan);
    }

    /** How much room one of the order's units takes. */
    static BigDecimal cubicMetres(Wanted.Resource resource) {
        return named(resource, resource.term())
                .or(() -> resource.kind() == RecipeLine.Kind.EQUIPMENT ? named(resource, "*machine") : Optional.empty())
                .or(() -> byDimension(resource))
                .orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> named(Wanted.Resource resource, String term) {
        return ReferenceVolumes.of(term)
                .flatMap(volume -> Measures.base(resource, volume.unit()).map(base -> base.multiply(volume.ofBase())));
    }

    private static Optional<BigDecimal> byDimension(Wanted.Resource resource) {
        for (String dimension : List.of(
                Dimension.MASS.name(),
                Dimension.AREA.name(),
                Dimension.VOLUME.name(),
                Dimension.LENGTH.name(),
                "person",
                Dimension.COUNT.name())) {
            BigDecimal base = resource.measures().get(dimension);
            Optional<BigDecimal> found = base == null
                    ? Optional.empty()
                    : ReferenceVolumes.of("*" + dimension).map(volume -> base.multiply(volume.ofBase()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.muster.recipe.Measure;
import org.muster.recipe.RecipeLine;
import org.muster.shared.Dimension;
import org.muster.shared.Unit;

/** Holds what suppliers count in against what requirements are counted in. Exact where both measure the same; said as an assumption where not. */
final class Measures {

    /** A machine, a set, a group, a piece: for single things and orders they say the same. */
    private static final Set<String> SINGLE = Set.of(Dimension.COUNT.name(), "set", "group", "portion");

    private static final String PALLET = "pack:pallet";
    private static final BigDecimal LITRES_OF_A_PALLET = BigDecimal.valueOf(1500);

    private Measures() {}

    /** @param taken whether the supplier's unit was taken for another one */
    record Ratio(BigDecimal base, boolean taken) {}

    /** How many base units of this unit's dimension one of the requirement's smallest units is; empty when it is not measured so. */
    static Optional<BigDecimal> base(Wanted.Resource resource, Unit unit) {
        return Optional.ofNullable(resource.measures().get(unit.dimension().name()));
    }

    /** The same, also where the supplier counts otherwise and means the same. */
    static Optional<Ratio> ratio(Wanted.Resource resource, Unit unit) {
        Optional<Ratio> exact = base(resource, unit).map(base -> new Ratio(base, false));
        return exact.isPresent() ? exact : taken(resource, unit);
    }

    private static Optional<Ratio> taken(Wanted.Resource resource, Unit unit) {
        String theirs = unit.dimension().name();
        String ours = resource.smallest().unit().dimension().name();
        boolean single = resource.kind() == RecipeLine.Kind.EQUIPMENT || resource.kind() == RecipeLine.Kind.SERVICE;
        if (single && SINGLE.contains(theirs) && SINGLE.contains(ours)) {
            return Optional.of(new Ratio(BigDecimal.ONE, true));
        }
        if (isOneOrder(resource)) {
            return Optional.of(new Ratio(unit.factor(), true));
        }
        BigDecimal litres = resource.measures().get(Dimension.VOLUME.name());
        if (theirs.equals(PALLET) && litres != null) {
            return Optional.of(new Ratio(litres.divide(LITRES_OF_A_PALLET, 12, RoundingMode.HALF_UP), true));
        }
        return Optional.empty();
    }

    /** A service that is needed once, however it is counted. */
    static boolean isOneOrder(Wanted.Resource resource) {
        RecipeLine line = resource.line();
        return resource.kind() == RecipeLine.Kind.SERVICE
                && line != null
                && line.measure() == Measure.ONCE
                && SINGLE.contains(resource.smallest().unit().dimension().name());
    }
}

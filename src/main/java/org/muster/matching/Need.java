package org.muster.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.Requirement;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Place;
import org.muster.shared.Quantity;

/**
 * One wanted resource.
 *
 * @param product the key of its term; whoever lists something narrower offers it too
 * @param quantity how much in all; a supply that gives a part of it counts. Empty where time is wanted, not an amount
 * @param place where it has to be
 * @param neededBy when it has to be there
 * @param kinds any of them will do; empty for all
 * @param supplyModes any of them will do; empty for all
 * @param level at least so far proven
 * @param freshness confirmed at least so lately
 * @param certificates each of them has to be shown, valid on the day it is needed
 * @param convertible whether a line that would have to be converted counts
 */
public record Need(
        String product,
        Optional<Quantity> quantity,
        Place place,
        Instant neededBy,
        Set<ListingKind> kinds,
        Set<SupplyMode> supplyModes,
        VerificationLevel level,
        Freshness freshness,
        List<SpecificationLimit> specification,
        List<Requirement> certificates,
        boolean convertible) {

    public Need {
        kinds = Set.copyOf(kinds);
        supplyModes = Set.copyOf(supplyModes);
        specification = List.copyOf(specification);
        certificates = List.copyOf(certificates);
    }

    /** Of anybody, in any way, as long as it is there in time. */
    public static Need of(String product, Place place, Instant neededBy) {
        return new Need(
                product,
                Optional.empty(),
                place,
                neededBy,
                Set.of(),
                Set.of(),
                VerificationLevel.UNCLAIMED,
                Freshness.STALE,
                List.of(),
                List.of(),
                false);
    }

    public Need of(Quantity other) {
        return with(Optional.of(other), kinds, supplyModes, level, freshness, specification, certificates, convertible);
    }

    public Need from(Set<ListingKind> otherKinds, Set<SupplyMode> otherModes) {
        return with(quantity, otherKinds, otherModes, level, freshness, specification, certificates, convertible);
    }

    public Need proven(VerificationLevel least, Freshness oldest) {
        return with(quantity, kinds, supplyModes, least, oldest, specification, certificates, convertible);
    }

    public Need specified(SpecificationLimit... limits) {
        return with(quantity, kinds, supplyModes, level, freshness, List.of(limits), certificates, convertible);
    }

    public Need certified(Requirement... required) {
        return with(quantity, kinds, supplyModes, level, freshness, specification, List.of(required), convertible);
    }

    public Need orConverted() {
        return with(quantity, kinds, supplyModes, level, freshness, specification, certificates, true);
    }

    /** The same thing at the same place and time, on other conditions. */
    private Need with(
            Optional<Quantity> otherQuantity,
            Set<ListingKind> otherKinds,
            Set<SupplyMode> otherModes,
            VerificationLevel otherLevel,
            Freshness otherFreshness,
            List<SpecificationLimit> otherSpecification,
            List<Requirement> otherCertificates,
            boolean orConverted) {
        return new Need(
                product,
                otherQuantity,
                place,
                neededBy,
                otherKinds,
                otherModes,
                otherLevel,
                otherFreshness,
                otherSpecification,
                otherCertificates,
                orConverted);
    }
}

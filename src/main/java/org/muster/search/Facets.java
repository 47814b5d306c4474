package org.muster.search;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateKind;
import org.muster.organisation.VerificationLevel;

/**
 * How many listings each choice would bring while all other filters stay, known and unknown availability together.
 *
 * @param anyKind of all kinds together
 * @param cleanRooms at least so clean
 * @param levels at least so far proven
 * @param freshness confirmed at least so lately
 * @param prices by dimension: how many cost no more than a step, in yuan with tax for one base unit, and more than the step before
 * @param cities only of provinces that are chosen
 * @param certificates by kind, of those valid today
 * @param standards by the designation of the edition, of certificates valid today
 */
public record Facets(
        long anyKind,
        Map<ListingKind, Long> kinds,
        Map<SupplyMode, Long> supplyModes,
        Map<ServiceType, Long> services,
        Map<CleanRoom, Long> cleanRooms,
        Map<String, Long> divisions,
        Map<String, Long> provinces,
        Map<String, Long> cities,
        Map<VerificationLevel, Long> levels,
        Map<Freshness, Long> freshness,
        Map<String, SortedMap<BigDecimal, Long>> prices,
        Map<CertificateKind, Long> certificates,
        Map<String, Long> standards) {

    public Facets {
        kinds = Map.copyOf(kinds);
        supplyModes = Map.copyOf(supplyModes);
        services = Map.copyOf(services);
        cleanRooms = Map.copyOf(cleanRooms);
        divisions = Map.copyOf(divisions);
        provinces = Map.copyOf(provinces);
        cities = Map.copyOf(cities);
        levels = Map.copyOf(levels);
        freshness = Map.copyOf(freshness);
        prices = Map.copyOf(prices);
        certificates = Map.copyOf(certificates);
        standards = Map.copyOf(standards);
    }
}

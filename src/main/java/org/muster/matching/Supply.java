package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muster.catalogue.OpenSupply;
import org.muster.certificate.CertificateCard;

/**
 * Everything that is known of one listing when it is held against a need.
 *
 * @param output what the ledger still has of each day, in base units; empty where no daily output is sold
 * @param certificates what its organisation shows
 */
record Supply(OpenSupply open, SortedMap<LocalDate, BigDecimal> output, List<CertificateCard> certificates) {

    Supply {
        output = Collections.unmodifiableSortedMap(new TreeMap<>(output));
        certificates = List.copyOf(certificates);
    }
}

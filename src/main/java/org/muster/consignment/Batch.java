package org.muster.consignment;

import java.time.LocalDate;
import java.util.Optional;
import org.muster.shared.Quantity;

/**
 * What was found of one batch on arrival.
 *
 * @param lot of sterilisation; empty where there is none
 * @param reason why some of it was rejected; empty where all was accepted
 */
public record Batch(
        String batch,
        String lot,
        Optional<LocalDate> produced,
        Optional<LocalDate> expires,
        Sample sample,
        Quantity accepted,
        Quantity rejected,
        String reason) {}

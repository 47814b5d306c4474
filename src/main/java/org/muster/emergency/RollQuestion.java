package org.muster.emergency;

import java.util.Optional;

/**
 * What whoever opens a link is asked.
 *
 * @param callBack the number of the office, to make sure that it is really them
 * @param confirms whether the last digits of the registered mobile are asked for
 * @param today what was answered today already
 */
public record RollQuestion(
        String emergency,
        String authority,
        String document,
        String organisation,
        String productKey,
        String unit,
        String callBack,
        boolean confirms,
        Optional<RollAnswer> today) {}

package org.muster.certificate;

import org.jspecify.annotations.Nullable;

/**
 * What a checker says of a certificate.
 *
 * @param verdict null when none was chosen
 * @param proof what was looked at: the register and what it showed, or the paper
 * @param revision which the checker had before them, so that nobody confirms what was changed meanwhile
 */
public record CheckDecision(@Nullable CheckVerdict verdict, String proof, int revision) {}

package org.muster.certificate.web;

import io.quarkus.qute.TemplateExtension;
import org.muster.certificate.CheckState;
import org.muster.certificate.CheckVerdict;
import org.muster.certificate.ValidityState;

/** How the states of a certificate look beside their words: {@code {paper:tone(x)}}; never by colour alone. */
@TemplateExtension(namespace = "paper")
final class PaperLook {

    private PaperLook() {}

    static String tone(ValidityState state) {
        return switch (state) {
            case VALID -> "green";
            case ENDING -> "amber";
            case NOT_YET -> "grey";
            case EXPIRED -> "red";
        };
    }

    static String icon(ValidityState state) {
        return switch (state) {
            case VALID -> "check";
            case ENDING, NOT_YET -> "clock";
            case EXPIRED -> "x";
        };
    }

    static String tone(CheckState state) {
        return switch (state) {
            case STATED -> "grey";
            case CONFIRMED -> "green";
            case REJECTED -> "red";
        };
    }

    static String icon(CheckState state) {
        return switch (state) {
            case STATED -> "user";
            case CONFIRMED -> "shield-check";
            case REJECTED -> "x";
        };
    }

    static String tone(CheckVerdict verdict) {
        return verdict == CheckVerdict.CONFIRM ? "green" : "red";
    }

    static String icon(CheckVerdict verdict) {
        return verdict == CheckVerdict.CONFIRM ? "check" : "x";
    }
}

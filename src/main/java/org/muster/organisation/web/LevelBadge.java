package org.muster.organisation.web;

import io.quarkus.qute.TemplateExtension;
import org.muster.organisation.InvitationView;
import org.muster.organisation.Verdict;
import org.muster.organisation.VerificationLevel;

/** How a level looks beside its word: {@code {badge:tone(x)}}; never by colour alone. */
@TemplateExtension(namespace = "badge")
final class LevelBadge {

    private LevelBadge() {}

    static String tone(VerificationLevel level) {
        return switch (level) {
            case UNCLAIMED -> "grey";
            case REGISTERED -> "blue";
            case DOCUMENTS_CHECKED, VISITED -> "green";
        };
    }

    static String icon(VerificationLevel level) {
        return switch (level) {
            case UNCLAIMED -> "question";
            case REGISTERED -> "user";
            case DOCUMENTS_CHECKED -> "check";
            case VISITED -> "shield-check";
        };
    }

    static String tone(InvitationView.State state) {
        return switch (state) {
            case OPEN -> "amber";
            case USED -> "green";
            case REVOKED, EXPIRED -> "grey";
        };
    }

    static String icon(InvitationView.State state) {
        return switch (state) {
            case OPEN -> "clock";
            case USED -> "check";
            case REVOKED, EXPIRED -> "x";
        };
    }

    static String tone(Verdict verdict) {
        return switch (verdict) {
            case GRANT_DOCUMENTS, GRANT_VISITED -> "green";
            case PROPOSE_VISITED -> "amber";
            case REFUSE, WITHDRAW -> "red";
        };
    }

    static String icon(Verdict verdict) {
        return switch (verdict) {
            case GRANT_DOCUMENTS, GRANT_VISITED -> "check";
            case PROPOSE_VISITED -> "clock";
            case REFUSE, WITHDRAW -> "x";
        };
    }
}

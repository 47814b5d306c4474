package org.muster.emergency.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.emergency.RollAnswerDraft;

/** The five answers out of a form. */
final class RollForms {

    private RollForms() {}

    static RollAnswerDraft draft(MultivaluedMap<String, String> fields) {
        return new RollAnswerDraft(
                field(fields, "running"),
                field(fields, "stock"),
                field(fields, "output"),
                field(fields, "materialDays"),
                Set.copyOf(Optional.ofNullable(fields.get("missing")).orElse(List.of())),
                field(fields, "note"),
                field(fields, "answeredBy"),
                field(fields, "lastFour"));
    }

    private static String field(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }
}

package org.muster.emergency.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muster.emergency.Declaration;

/** The declaration as it is typed; nothing of it is lost when it is refused. */
record DeclarationForm(MultivaluedMap<String, String> fields) {

    private static final int DEPUTIES = 3;

    private String field(String name) {
        String typed = fields.getFirst(name);
        return typed == null ? "" : typed;
    }

    Declaration typed() {
        List<Declaration.Deputy> deputies = new ArrayList<>();
        for (int i = 0; i < DEPUTIES; i++) {
            deputies.add(new Declaration.Deputy(field("deputy-" + i), field("deputyMobile-" + i)));
        }
        return new Declaration(
                field("name"),
                field("kind"),
                field("areas"),
                field("authority"),
                field("document"),
                new Declaration.Deputy(field("lead"), field("leadMobile")),
                deputies,
                field("priorityRule"),
                field("answerHours"),
                field("remindMinutes"),
                field("start"),
                field("allocateHours"),
                field("firstPieceHours"),
                field("releaseHours"));
    }

    /** What is usual, with whoever declares as the lead. */
    static Declaration blank(String lead) {
        return new Declaration(
                "",
                "",
                "",
                "",
                "",
                new Declaration.Deputy(lead, ""),
                Collections.nCopies(DEPUTIES, new Declaration.Deputy("", "")),
                "",
                "4",
                "60",
                "",
                "48",
                "144",
                "");
    }
}

package org.muster.reference;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Brings the terms that ship with a release into the glossary when it starts. */
@ApplicationScoped
class GlossarySeed {

    /** Before any feature that reads terms while it starts. */
    private static final int BEFORE_OTHERS = 100;

    private final Glossary glossary;

    @Inject
    GlossarySeed(Glossary glossary) {
        this.glossary = glossary;
    }

    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        glossary.seed(ReferenceTable.read("terms"));
    }
}

package org.muster.shell;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives every page the language and zone of the request it answers; what is rendered outside of one sets its own. */
@Singleton
class EveryTemplate {

    void speaks(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(EveryTemplate::inTheRequestsLanguage);
        engine.addValueResolver(new ScopeNames());
    }

    private static void inTheRequestsLanguage(TemplateInstance template) {
        if (Arc.container().requestContext().isActive()) {
            Language language = Arc.container().instance(Language.class).get();
            template.setLocale(language.locale());
            template.setAttribute(Wording.ZONE, language.zone());
        }
    }
}

package org.portcullis.web.i18n;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives every template of a request the request's language and time zone, so that no page can forget to. */
@Singleton
class TemplateLanguage {

    static final String ZONE = "zone";

    @Inject
    CurrentVertxRequest request;

    void configure(@Observes EngineBuilder builder) {
        builder.addTemplateInstanceInitializer(this::initialize);
    }

    private void initialize(TemplateInstance template) {
        if (isMessage(template)) {
            // One of the English bundle stays English, whoever makes a letter with it; those of the French one say so themselves.
            template.setLocale(Languages.ENGLISH);
        } else if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
            template.setLocale(RequestContext.language(request.getCurrent()));
            template.setAttribute(ZONE, RequestContext.zone(request.getCurrent()).orElse(null));
        }
    }

    /** Pages, tags and letters lie in folders; Qute names the templates of messages after their bundles. */
    private static boolean isMessage(TemplateInstance template) {
        return template.getTemplate().getId().indexOf('/') < 0;
    }
}

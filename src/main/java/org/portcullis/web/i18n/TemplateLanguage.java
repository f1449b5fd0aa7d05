package org.portcullis.web.i18n;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Sets the request's language and time zone on every template of a request, so that no page can forget to. */
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
            // A template of the English bundle stays English in every letter; those of the French one set their
            // language themselves.
            template.setLocale(Languages.ENGLISH);
        } else if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
            template.setLocale(RequestContext.language(request.getCurrent()));
            template.setAttribute(ZONE, RequestContext.zone(request.getCurrent()).orElse(null));
        }
    }

    /**
     * Templates of pages, tags and letters are in folders; Qute names the templates of messages after their bundles.
     */
    private static boolean isMessage(TemplateInstance template) {
        return template.getTemplate().getId().indexOf('/') < 0;
    }
}

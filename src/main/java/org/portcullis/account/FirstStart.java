package org.portcullis.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;

/** Logs the link for creating the porting desk's first account if the database has no account at all. */
@ApplicationScoped
class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final Settings settings;
    private final ServerKeys keys;
    private final Clock clock;
    private volatile String link;

    FirstStart(Settings settings, ServerKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** Runs after the demo, which creates its own accounts. */
    @Transactional
    void logLink(@Observes @Priority(Interceptor.Priority.APPLICATION + 500) StartupEvent start) {
        if (settings.verifyTrail() || User.existAny()) {
            return;
        }
        var token = Tokens.random();
        SetUpLink.make(digest(token), clock.instant());
        link = SiteUrl.of(settings, SetUpResource.PATH + token);
        LOG.infof("There is no account yet. Create the porting desk's first one here, once and within %d hours: %s",
                SetUpLink.VALIDITY.toHours(), link);
    }

    /** @return the link's address that this process created at its start; empty if an account existed */
    Optional<String> link() {
        return Optional.ofNullable(link);
    }

    String digest(String token) {
        return Tokens.digest(keys.session(), "set-up", token);
    }
}

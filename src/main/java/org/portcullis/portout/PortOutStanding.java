package org.portcullis.portout;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.account.SignedIn;
import org.portcullis.portout.guess.Guessing;
import org.portcullis.web.http.RareLog;
import org.portcullis.web.i18n.RequestContext;

/**
 * What every page shows an organization about its port-out requests: how many await approval, and whether its PIN may
 * be being guessed. Pages must render without a database; this part is then left out.
 */
@Named("portOutStanding")
@RequestScoped
public class PortOutStanding {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(PortOutStanding.class));

    private final SignedIn signedIn;
    private final Guesses guesses;
    private final RoutingContext routing;
    private Long waiting;
    private List<Guessing> guessing;

    @Inject
    PortOutStanding(SignedIn signedIn, Guesses guesses, RoutingContext routing) {
        this.signedIn = signedIn;
        this.guesses = guesses;
        this.routing = routing;
    }

    /** @return how many requests await the admin's approval */
    public long getWaiting() {
        if (waiting == null) {
            waiting = known(() -> PortOutRequest.countAwaiting(signedIn.getPerson().organizationId()), 0L);
        }
        return waiting;
    }

    /** @return guessing at the organization's PIN */
    public List<Guessing> getGuessing() {
        if (guessing == null) {
            guessing = known(() -> guesses.of(signedIn.getPerson().organizationId()), List.of());
        }
        return guessing;
    }

    /** @return whether the organization reported the request as unwanted */
    public boolean isReported(UUID requestId) {
        return PortOutRequest.byId(requestId).filter(request -> request.notUsAt != null).isPresent();
    }

    private <T> T known(Supplier<T> question, T unknown) {
        if (!signedIn.isPresent() || signedIn.getPerson().isDesk() || RequestContext.isErrorPage(routing)) {
            return unknown;
        }
        try {
            return question.get();
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, e.getClass().getName(), null,
                    "A page appeared without its port-out requests: " + e.getClass().getName());
            return unknown;
        }
    }
}

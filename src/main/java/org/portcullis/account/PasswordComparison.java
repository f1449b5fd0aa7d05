package org.portcullis.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.portcullis.account.SignInGate.Counts;
import org.portcullis.web.ClientAddress;

/**
 * Compares passwords, which takes long on purpose: strangers' on half of the processors at most, and apart from those of people
 * who are known. However many strangers try at once, pages and verdicts go on; who finds too many waiting is told to come back.
 */
@ApplicationScoped
class PasswordComparison {

    /** A comparison takes a quarter of a second; that many are done before somebody's patience ends. */
    private static final int WAITING_FOR_EACH = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final IdentityProviderManager identities;
    private final SignInGate gate;
    private final Lane strangers;
    /** Reserved: no stranger can take a place in it. */
    private final Lane known;
    private final SenderShares shares;
    private final Duration patience;

    /**
     * Who waits for whom.
     *
     * @param places for those that are compared and those that wait
     * @param running for those that are compared
     */
    record Lane(Semaphore places, Semaphore running) {

        static Lane of(int atOnce) {
            return new Lane(new Semaphore(atOnce * (1 + WAITING_FOR_EACH)), new Semaphore(atOnce, true));
        }
    }

    @Inject
    PasswordComparison(IdentityProviderManager identities, SignInGate gate) {
        this(identities, gate, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private PasswordComparison(IdentityProviderManager identities, SignInGate gate, int atOnce) {
        this(identities, gate, Lane.of(atOnce), Lane.of(atOnce), PATIENCE);
    }

    PasswordComparison(IdentityProviderManager identities, SignInGate gate, Lane strangers, Lane known, Duration patience) {
        this.identities = identities;
        this.gate = gate;
        this.strangers = strangers;
        this.known = known;
        this.shares = new SenderShares(strangers.places.availablePermits());
        this.patience = patience;
    }

    /**
     * Takes a place before anything is asked of the database.
     *
     * @param address of a stranger
     * @throws WebApplicationException if too many wait, or too many of the same network: 429, with {@code Retry-After}
     */
    Place placeForStranger(String address) {
        var networks = ClientAddress.networks(address);
        if (!shares.enter(networks)) {
            throw busy();
        }
        if (!strangers.places.tryAcquire()) {
            shares.leave(networks);
            throw busy();
        }
        return new Place(strangers, networks);
    }

    /**
     * The same for a person who is signed in, or signs in on a device that is known.
     *
     * @throws WebApplicationException if too many of them wait: 429, with {@code Retry-After}
     */
    Place placeForKnown() {
        if (!known.places.tryAcquire()) {
            throw busy();
        }
        return new Place(known, List.of());
    }

    /** A place for one password. */
    class Place implements AutoCloseable {

        private final Lane lane;
        private final List<String> networks;

        private Place(Lane lane, List<String> networks) {
            this.lane = lane;
            this.networks = networks;
        }

        /**
         * Takes as long for nobody's account as for somebody's.
         *
         * @param account nothing where there is none
         * @param counts what the try was counted against; it is taken back where the password is not looked at
         * @return whether it is the account's password
         * @throws WebApplicationException if its turn does not come in time: 429, with {@code Retry-After}
         */
        boolean matches(Optional<User> account, String tried, Counts counts) {
            if (!isTurn(lane.running)) {
                gate.takeBack(counts);
                throw busy();
            }
            try {
                return account.map(user -> isPassword(user, tried)).orElseGet(() -> isNobodys(tried));
            } finally {
                lane.running.release();
            }
        }

        @Override
        public void close() {
            lane.places.release();
            shares.leave(networks);
        }
    }

    private boolean isPassword(User account, String tried) {
        try {
            var password = new PasswordCredential(account.prepared(tried).toCharArray());
            identities.authenticateBlocking(new UsernamePasswordAuthenticationRequest(account.email, password));
            return true;
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    private static boolean isNobodys(String tried) {
        User.takeAsLongAsAPassword(tried);
        return false;
    }

    private boolean isTurn(Semaphore running) {
        try {
            return running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static WebApplicationException busy() {
        return new WebApplicationException(Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build());
    }
}

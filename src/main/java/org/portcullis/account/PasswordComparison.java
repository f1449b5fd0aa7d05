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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.portcullis.account.SignInGate.Counts;

/**
 * Compares passwords, which takes long on purpose, on half of the processors at most: however many strangers try at once,
 * pages and verdicts go on, and who finds too many waiting is told to come back.
 */
@ApplicationScoped
class PasswordComparison {

    /** A comparison takes a quarter of a second; that many are done before somebody's patience ends. */
    private static final int WAITING_FOR_EACH = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final IdentityProviderManager identities;
    private final SignInGate gate;
    /** For those that are compared and those that wait. */
    private final Semaphore places;
    /** For those that are compared. */
    private final Semaphore running;
    private final Duration patience;

    @Inject
    PasswordComparison(IdentityProviderManager identities, SignInGate gate) {
        this(identities, gate, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private PasswordComparison(IdentityProviderManager identities, SignInGate gate, int atOnce) {
        this(identities, gate, new Semaphore(atOnce * (1 + WAITING_FOR_EACH)), new Semaphore(atOnce, true), PATIENCE);
    }

    PasswordComparison(IdentityProviderManager identities, SignInGate gate, Semaphore places, Semaphore running, Duration patience) {
        this.identities = identities;
        this.gate = gate;
        this.places = places;
        this.running = running;
        this.patience = patience;
    }

    /**
     * Takes as long for nobody's account as for somebody's.
     *
     * @param account nothing where there is none
     * @param counts what the try was counted against; it is taken back where the password is not looked at
     * @return whether it is the account's password
     * @throws WebApplicationException if too many are being compared: 429, with {@code Retry-After}
     */
    boolean matches(Optional<User> account, String tried, Counts counts) {
        if (!places.tryAcquire()) {
            throw busy(counts);
        }
        try {
            return matchesInTurn(account, tried, counts);
        } finally {
            places.release();
        }
    }

    private boolean matchesInTurn(Optional<User> account, String tried, Counts counts) {
        if (!isTurn()) {
            throw busy(counts);
        }
        try {
            return account.map(user -> isPassword(user, tried)).orElseGet(() -> isNobodys(tried));
        } finally {
            running.release();
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

    private boolean isTurn() {
        try {
            return running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private WebApplicationException busy(Counts counts) {
        gate.takeBack(counts);
        return new WebApplicationException(Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build());
    }
}

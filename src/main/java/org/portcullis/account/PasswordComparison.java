package org.portcullis.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limits;
import org.portcullis.limit.Permit;
import org.portcullis.web.http.ClientAddress;

/**
 * Compares passwords, which is slow on purpose. Only a few comparisons run at once, with separate places for unknown
 * senders and for known people, so that a flood of attempts does not slow pages and verdicts down. If too many attempts
 * wait, the sender is asked to try again later.
 */
@ApplicationScoped
class PasswordComparison {

    private final IdentityProviderManager identities;
    private final Limits limits;
    private final SenderShares shares;

    PasswordComparison(IdentityProviderManager identities, Limits limits) {
        this.identities = identities;
        this.limits = limits;
        this.shares = new SenderShares(limits.places(CostlyWork.SIGN_IN));
    }

    /**
     * Waits for a place before anything is read from the database.
     *
     * @param address IP address of an unknown sender
     * @throws LimitReachedException if too many attempts wait, in total or from the same network
     */
    Place placeForStranger(String address) {
        var networks = ClientAddress.networks(address);
        var caller = "network:" + networks.get(0);
        if (!shares.enter(networks)) {
            throw limits.full(CostlyWork.SIGN_IN, caller);
        }
        try {
            return new Place(limits.enter(CostlyWork.SIGN_IN, caller), networks);
        } catch (RuntimeException e) {
            shares.leave(networks);
            throw e;
        }
    }

    /**
     * As {@link #placeForStranger}, for a person who is signed in, or signs in on a known device. Unknown senders can't
     * take these places.
     *
     * @param caller the account or the device
     * @throws LimitReachedException if too many of these attempts wait
     */
    Place placeForKnown(String caller) {
        return new Place(limits.enter(CostlyWork.PASSWORD, caller), List.of());
    }

    /** Permission to compare one password. */
    class Place implements AutoCloseable {

        private final Permit permit;
        private final List<String> networks;

        private Place(Permit permit, List<String> networks) {
            this.permit = permit;
            this.networks = networks;
        }

        /**
         * Takes equally long whether or not the account exists.
         *
         * @param account empty if it does not exist
         * @return whether this is the account's password
         */
        boolean matches(Optional<User> account, String tried) {
            return account.map(user -> isPassword(user, tried)).orElseGet(() -> isNobodys(tried));
        }

        @Override
        public void close() {
            permit.close();
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
}

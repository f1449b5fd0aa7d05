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
 * Compares passwords, which takes long on purpose: few at once, and strangers' apart from those of people who are known. However
 * many strangers try at once, pages and verdicts go on; who finds too many waiting is told to come back.
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
     * Waits for a place before anything is asked of the database.
     *
     * @param address of a stranger
     * @throws LimitReachedException if too many wait, or too many of the same network
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
     * The same for a person who is signed in, or signs in on a device that is known: no stranger can take a place of theirs.
     *
     * @param caller the account, or the device
     * @throws LimitReachedException if too many of them wait
     */
    Place placeForKnown(String caller) {
        return new Place(limits.enter(CostlyWork.PASSWORD, caller), List.of());
    }

    /** A place for one password. */
    class Place implements AutoCloseable {

        private final Permit permit;
        private final List<String> networks;

        private Place(Permit permit, List<String> networks) {
            this.permit = permit;
            this.networks = networks;
        }

        /**
         * Takes as long for nobody's account as for somebody's.
         *
         * @param account nothing where there is none
         * @return whether it is the account's password
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

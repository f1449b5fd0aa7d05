package org.portcullis.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.portcullis.settings.ServerKeys;
import org.portcullis.web.ClientAddress;

/**
 * Counts password tries per account and per address, in the database, for all processes together. A try counts as a
 * failure before the password is looked at: a thousand at once are then no more than a thousand in a row.
 */
@ApplicationScoped
class SignInGate {

    private final SignInThrottlePolicy policy;
    private final ServerKeys keys;
    private final Clock clock;

    SignInGate(SignInThrottlePolicy policy, ServerKeys keys, Clock clock) {
        this.policy = policy;
        this.keys = keys;
        this.clock = clock;
    }

    /** @return how long to wait before the next try, if this one may not be made */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Duration> enter(String username, String address) {
        var now = clock.instant();
        var account = SignInThrottle.locked(accountSubject(username), now);
        var sender = SignInThrottle.locked(addressSubject(address), now);
        var wait = account.toWait(now).or(() -> sender.toWait(now));
        if (wait.isEmpty()) {
            account.countFailure(now, policy, policy.allowedForAccount());
            sender.countFailure(now, policy, policy.allowedForAddress());
        }
        return wait;
    }

    /** The password was right: the account starts anew, the address loses what this try had added. */
    @Transactional(TxType.REQUIRES_NEW)
    void passed(String username, String address) {
        var now = clock.instant();
        SignInThrottle.locked(accountSubject(username), now).forget();
        SignInThrottle.locked(addressSubject(address), now).takeBack();
    }

    @Scheduled(every = "1h", delayed = "2m")
    @Transactional
    void forgetOld() {
        SignInThrottle.forgetBefore(policy.forgottenBefore(clock.instant()));
    }

    /** Digested: what people type as a name may be their password. */
    private String accountSubject(String username) {
        return "account:" + Tokens.digest(keys.session(), "throttle", User.normalized(username));
    }

    private static String addressSubject(String address) {
        return "address:" + ClientAddress.network(address);
    }
}

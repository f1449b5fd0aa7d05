package org.portcullis.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * What a try counts against.
     *
     * @param address null where only somebody who is signed in can try: a stranger can then not use it up
     */
    record Counts(String account, String address) {
    }

    /** Anybody may try to sign in: it counts for the account that is named and for the address that it comes from. */
    Counts ofSignIn(String username, String address) {
        // Digested: what people type as a name may be their password.
        return new Counts("account:" + Tokens.digest(keys.session(), "throttle", User.normalized(username)),
                "address:" + ClientAddress.network(address));
    }

    /** The password of whoever is signed in already: a stranger who knows their e-mail address can't keep them from that. */
    static Counts ofSession(UUID userId) {
        return new Counts("again:" + userId, null);
    }

    /** @return how long to wait before the next try, if this one may not be made */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Duration> enter(Counts counts) {
        var now = clock.instant();
        var account = SignInThrottle.locked(counts.account, now);
        var sender = sender(counts, now);
        var wait = account.toWait(now).or(() -> sender.flatMap(known -> known.toWait(now)));
        if (wait.isEmpty()) {
            account.countFailure(now, policy, policy.allowedForAccount());
            sender.ifPresent(known -> known.countFailure(now, policy, policy.allowedForAddress()));
        }
        return wait;
    }

    /** The password was right: the account starts anew, the address loses what this try had added. */
    @Transactional(TxType.REQUIRES_NEW)
    void passed(Counts counts) {
        var now = clock.instant();
        SignInThrottle.locked(counts.account, now).forget();
        sender(counts, now).ifPresent(SignInThrottle::takeBack);
    }

    /** The password was not looked at: both lose what this try had added. */
    @Transactional(TxType.REQUIRES_NEW)
    void takeBack(Counts counts) {
        var now = clock.instant();
        SignInThrottle.locked(counts.account, now).takeBack();
        sender(counts, now).ifPresent(SignInThrottle::takeBack);
    }

    private static Optional<SignInThrottle> sender(Counts counts, Instant now) {
        return Optional.ofNullable(counts.address).map(address -> SignInThrottle.locked(address, now));
    }

    @Scheduled(every = "1h", delayed = "2m")
    @Transactional
    void forgetOld() {
        SignInThrottle.forgetBefore(policy.forgottenBefore(clock.instant()));
    }
}

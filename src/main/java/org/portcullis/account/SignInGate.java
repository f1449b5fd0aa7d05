package org.portcullis.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.portcullis.settings.ServerKeys;
import org.portcullis.web.http.ClientAddress;

/**
 * Counts password tries per account and per network, in the database, for all processes together. A try counts as a
 * failure before the password is looked at: a thousand at once are then no more than a thousand in a row.
 */
@ApplicationScoped
class SignInGate {

    private final SignInThrottlePolicy policy;
    private final ServerKeys keys;
    private final Event<SignInSlowed> slowed;
    private final Clock clock;

    SignInGate(SignInThrottlePolicy policy, ServerKeys keys, Event<SignInSlowed> slowed, Clock clock) {
        this.policy = policy;
        this.keys = keys;
        this.slowed = slowed;
        this.clock = clock;
    }

    /**
     * What a try counts against.
     *
     * @param own of the account, or of a device on which it was signed in to before, or of a person who is signed in
     * @param networks that it comes from, the narrowest first; none where a stranger can't try
     * @param isOpen whether strangers can try it
     */
    record Counts(String own, List<String> networks, boolean isOpen) {
    }

    /**
     * Anybody may try to sign in: it counts for the account that is named, and for the networks that it comes from. From a
     * device on which the account was signed in to before, it counts for that device alone: strangers can't use it up.
     */
    Counts ofSignIn(String username, String address, Optional<String> device) {
        // Digested: what people type as a name may be their password.
        return device.map(known -> new Counts(known, List.of(), false)).orElseGet(() -> new Counts(
                "account:" + Tokens.digest(keys.session(), "throttle", User.normalized(username)),
                ClientAddress.networks(address).stream().map(network -> "address:" + network).toList(), true));
    }

    /** The password of a person who is signed in already: a stranger who knows their e-mail address can't keep them from that. */
    static Counts ofSession(UUID userId) {
        return new Counts("again:" + userId, List.of(), false);
    }

    /** @return how long to wait before the next try, if this one may not be made; then it counts for nothing */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Duration> enter(Counts counts) {
        var now = clock.instant();
        var own = SignInThrottle.locked(counts.own, now);
        var networks = networks(counts, now);
        var wait = Stream.concat(Stream.of(own), networks.stream()).map(each -> each.toWait(now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        if (wait.isEmpty()) {
            own.countFailure(now, policy, policy.allowedForAccount());
            for (int i = 0; i < networks.size(); i++) {
                networks.get(i).countFailure(now, policy, policy.allowedForNetwork(i));
            }
        }
        return wait;
    }

    /** The password was right: the account or the device starts anew, the networks lose what this try had added. */
    @Transactional(TxType.REQUIRES_NEW)
    void passed(Counts counts) {
        var now = clock.instant();
        SignInThrottle.locked(counts.own, now).forget();
        networks(counts, now).forEach(SignInThrottle::takeBack);
    }

    /** The password was wrong: the owner is told once that tries of strangers have to wait from now on. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Counts counts, Optional<User> owner) {
        var now = clock.instant();
        if (counts.isOpen && SignInThrottle.locked(counts.own, now).isToBeTold(now, policy.allowedForAccount())) {
            owner.filter(user -> user.active).ifPresent(user -> slowed.fire(new SignInSlowed(user)));
        }
    }

    private static List<SignInThrottle> networks(Counts counts, Instant now) {
        return counts.networks.stream().map(network -> SignInThrottle.locked(network, now)).toList();
    }

    @Scheduled(every = "1h", delayed = "2m")
    @Transactional
    void forgetOld() {
        SignInThrottle.forgetBefore(policy.forgottenBefore(clock.instant()));
    }
}

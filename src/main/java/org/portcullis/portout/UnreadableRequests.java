package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.portcullis.portout.carrier.RequestingCarrier;

/**
 * Keeps for the porting desk that a carrier sent what can't be read: who, when, the PON as far as it was read, and what was
 * wrong. Nothing else of what was sent is kept, for it may be a PIN.
 */
@ApplicationScoped
public class UnreadableRequests {

    /** In which the same mistake of a carrier is one request that was asked more often. */
    private static final Duration TOGETHER = Duration.ofHours(1);
    /** Kept of one carrier and fault within that time; further ones count for the last of them. */
    private static final int MOST = 5;

    private final Clock clock;

    UnreadableRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param pon of the request, or null
     * @param element of the protocol in which the fault was found, or null
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(RequestingCarrier carrier, String pon, RequestFault fault, String element) {
        var now = clock.instant();
        var kept = PortOutRequest.unreadable(carrier.id(), fault, now.minus(TOGETHER), MOST);
        var same = kept.stream().filter(request -> request.isSameMistake(pon, element)).findFirst()
                .or(() -> kept.size() < MOST ? Optional.empty() : Optional.of(kept.get(0)));
        same.ifPresentOrElse(request -> request.askedAgain(now),
                () -> PortOutRequest.unreadable(carrier, pon, fault, element, now).persist());
    }
}

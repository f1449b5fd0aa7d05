package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.portcullis.portout.carrier.RequestingCarrier;

/**
 * Records for the porting desk that a carrier sent an unreadable request: the carrier, the time, the PON if it was
 * read, and the fault. Nothing else of the request is stored, since it may be a PIN.
 */
@ApplicationScoped
public class UnreadableRequests {

    /** Within this time, the same fault of a carrier is one request that was repeated. */
    private static final Duration TOGETHER = Duration.ofHours(1);
    /**
     * The most requests stored for one carrier and fault within that time; further ones are counted in the last of
     * them.
     */
    private static final int MOST = 5;

    private final Clock clock;

    UnreadableRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param pon of the request, or null
     * @param element the protocol element with the fault, or null
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

package org.portcullis.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPolicyTest {

    private static final DeliveryFailure UNREACHABLE = new DeliveryFailure("ConnectException", false);
    private static final DeliveryFailure REFUSED = new DeliveryFailure("550", true);

    private static Duration patience(DeliveryFailure failure) {
        return IntStream
                .iterate(1, attempts -> DeliveryPolicy.retryAfter(attempts, failure).isPresent(),
                        attempts -> attempts + 1)
                .mapToObj(attempts -> DeliveryPolicy.retryAfter(attempts, failure).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "10, PT4H16M", "11, PT6H", "19, PT6H"})
    void triesAgainWithGrowingDelays(int attempts, Duration delay) {
        assertEquals(Optional.of(delay), DeliveryPolicy.retryAfter(attempts, UNREACHABLE));
    }

    @Test
    void givesUpAfterMoreThanAWeekendAndSoonerWhereTheAddressIsRefused() {
        assertEquals(62, patience(UNREACHABLE).toHours());
        assertEquals(Optional.empty(), DeliveryPolicy.retryAfter(DeliveryPolicy.ATTEMPTS, UNREACHABLE));
        assertEquals(Duration.ofSeconds(210), patience(REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"550, true", "554, true", "450, false", "421, false", "535, false", "530, false"})
    void takesOnlyARefusalOfTheAddressForOne(int code, boolean refused) {
        var failure = new CompletionException(new SMTPException("rcpt", code, List.of("for secret@example.com"), true));
        assertEquals(new DeliveryFailure(String.valueOf(code), refused), DeliveryFailure.of(failure));
    }

    @Test
    void keepsOnlyTheKindOfWhatWasNoReply() {
        var failure = new IllegalStateException(new ConnectException("to mail.internal:25, password hunter2"));
        assertEquals(new DeliveryFailure("ConnectException", false), DeliveryFailure.of(failure));
        assertTrue(UNREACHABLE.isOfEveryNotice());
        assertFalse(REFUSED.isOfEveryNotice());
    }

    @Test
    void takesAnAddressThatIsNoneForARefusal() {
        var failure = DeliveryFailure.of(new IllegalArgumentException("no address"));
        assertEquals(new DeliveryFailure("IllegalArgumentException", true), failure);
        assertFalse(failure.isOfEveryNotice(), "the others go on");
    }
}

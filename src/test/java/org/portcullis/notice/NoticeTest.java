package org.portcullis.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "10, PT4H16M", "11, PT6H", "1000000, PT6H"})
    void isTriedAgainWithGrowingDelays(int attempts, Duration delay) {
        assertEquals(delay, Notice.retryAfter(attempts));
    }
}

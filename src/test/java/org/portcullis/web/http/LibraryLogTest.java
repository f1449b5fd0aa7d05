package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LibraryLogTest {

    private final AtomicLong time = new AtomicLong();
    private final LibraryLog filter = new LibraryLog(time::get);

    private static LogRecord record(String logger, Level level) {
        var entry = new LogRecord(level, "It failed");
        entry.setLoggerName(logger);
        return entry;
    }

    private long passing(String logger, Level level) {
        return IntStream.range(0, 500).filter(each -> filter.isLoggable(record(logger, level))).count();
    }

    @Test
    void letsTenAMinuteOfEachLoggerAndLevelPass() {
        assertEquals(10, passing("org.hibernate.orm.jdbc.error", Level.WARNING));
        assertEquals(10, passing("org.hibernate.orm.jdbc.error", Level.SEVERE));
        assertEquals(10, passing("com.arjuna.ats.jta", Level.WARNING));
    }

    @Test
    void saysHowManyWereLeftOut() {
        passing("com.arjuna.ats.jta", Level.WARNING);
        time.addAndGet(Duration.ofMinutes(1).toNanos());
        var next = record("com.arjuna.ats.jta", Level.WARNING);
        assertTrue(filter.isLoggable(next));
        assertEquals("It failed (and 490 more of this logger, which were left out)", next.getMessage());
    }

    @Test
    void leavesThePortalsOwnAndWhatIsNoWarningAlone() {
        assertEquals(500, passing("org.portcullis.audit.AuditSealer", Level.SEVERE));
        assertEquals(500, passing("io.quarkus", Level.INFO));
    }
}

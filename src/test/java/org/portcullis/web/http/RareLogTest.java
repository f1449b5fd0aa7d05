package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RareLogTest {

    private static final String NAME = RareLogTest.class.getName();

    private final java.util.logging.Logger target = java.util.logging.Logger.getLogger(NAME);
    private final AtomicLong time = new AtomicLong();
    private final RareLog log = new RareLog(Logger.getLogger(NAME), time::get);
    private final List<String> logged = new ArrayList<>();
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        target.addHandler(keeper);
    }

    @AfterEach
    void goAway() {
        target.removeHandler(keeper);
    }

    @Test
    void tellsEachKindOnceAMinuteWithACount() {
        for (int i = 0; i < 1_000; i++) {
            log.log(Level.WARN, "a", null, "A happened");
            log.log(Level.WARN, "b", null, "B happened");
        }
        assertEquals(List.of("A happened", "B happened"), logged);
        time.addAndGet(Duration.ofMinutes(1).toNanos());
        log.log(Level.WARN, "a", null, "A happened");
        assertEquals(3, logged.size());
        assertTrue(logged.get(2).contains("999 more times"), logged.get(2));
    }

    @Test
    void givesTheReferenceThatTheLogHas() {
        var first = log.log(Level.ERROR, "a", null, reference -> "Failed, reference " + reference);
        assertEquals(first, log.log(Level.ERROR, "a", null, reference -> "Failed, reference " + reference));
        assertEquals(List.of("Failed, reference " + first), logged);
        time.addAndGet(Duration.ofMinutes(1).toNanos());
        var next = log.log(Level.ERROR, "a", null, reference -> "Failed, reference " + reference);
        assertNotEquals(first, next);
        assertTrue(logged.get(1).startsWith("Failed, reference " + next), logged.get(1));
    }

    @Test
    void staysBoundedHoweverManyKindsThereAre() {
        for (int i = 0; i < 5_000; i++) {
            log.log(Level.WARN, "kind " + i, null, "Kind " + i);
        }
        assertEquals(1_001, logged.size());
        log.log(Level.WARN, "kind 0", null, "Kind 0");
        assertEquals(1_001, logged.size(), "what is known stays known");
        time.addAndGet(Duration.ofMinutes(1).toNanos());
        log.log(Level.WARN, "new", null, "New");
        assertEquals("New", logged.get(1_001));
    }

    @Test
    void aKindIsWhatFailedAndWhereAndNotItsWords() {
        var kinds = Stream.of("one", "other")
                .map(words -> RareLog.kindOf(new IllegalStateException(words, new SQLException(words)))).distinct()
                .toList();
        assertEquals(1, kinds.size());
        assertFalse(kinds.get(0).contains("one"), kinds.get(0));
        assertTrue(kinds.get(0).contains("SQLException") && kinds.get(0).contains("RareLogTest"), kinds.get(0));
    }
}

package org.portcullis.siege;

import java.time.Duration;

/** The actions of the other users during an attack, with their rate and their promised response time. */
enum Use {
    /** A signed-in user over an open connection, and a visitor over a new one. */
    PAGES("pages", Duration.ofMillis(250), Duration.ofSeconds(2)),
    BANDWIDTH("verdicts, Bandwidth", Duration.ofMillis(1_500), Duration.ofSeconds(5)),
    API("verdicts, API", Duration.ofMillis(1_500), Duration.ofSeconds(5)),
    SIGN_IN("sign-ins of the owner", Duration.ofSeconds(4), Duration.ofSeconds(5)),
    TELNYX("told to Telnyx", Duration.ofSeconds(5), Duration.ofMinutes(1)),
    HEALTH("health", Duration.ofSeconds(1), Duration.ofSeconds(5));

    final String words;
    final Duration every;
    final Duration within;

    Use(String words, Duration every, Duration within) {
        this.words = words;
        this.every = every;
        this.within = within;
    }
}

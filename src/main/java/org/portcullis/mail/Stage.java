package org.portcullis.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a notice stands: given up, still to be tried, or taken by the mail server. Each has its own moment. */
public enum Stage {
    FAILED("failedAt", true),
    WAITING("nextAttemptAt", false),
    SENT("sentAt", true);

    private final String moment;
    private final boolean newestFirst;

    Stage(String moment, boolean newestFirst) {
        this.moment = moment;
        this.newestFirst = newestFirst;
    }

    /** @return the attribute of {@link Notice} that holds its moment, and is null in every other stage */
    String moment() {
        return moment;
    }

    boolean isNewestFirst() {
        return newestFirst;
    }

    /** @return the value in the address */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> byValue(String value) {
        return Arrays.stream(values()).filter(stage -> stage.getValue().equals(value)).findFirst();
    }
}

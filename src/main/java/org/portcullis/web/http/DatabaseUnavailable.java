package org.portcullis.web.http;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a failure comes from a database that can't be reached or does not answer in time, so that a retry may
 * succeed.
 */
public final class DatabaseUnavailable {

    /** Seconds after which a request may be sent again. */
    public static final int RETRY_AFTER = 10;

    /**
     * Classes of SQLSTATE: no connection, deadlock or conflict, no room or too many connections, locked, ended by the
     * server, disk.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58", "HY");
    /** H2's codes: closed, a file that can't be written or read, no connection. */
    private static final Set<Integer> H2_CODES = Set.of(90007, 90028, 90031, 90067, 90098, 90121);
    /** Agroal's message; it has no code for this. */
    private static final String NO_CONNECTION_LEFT = "Acquisition timeout";

    private DatabaseUnavailable() {
    }

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20)
                .anyMatch(cause -> cause instanceof SQLException refused && isPassing(refused));
    }

    private static boolean isPassing(SQLException refused) {
        var state = refused.getSQLState();
        var message = refused.getMessage();
        return refused instanceof SQLTransientException || H2_CODES.contains(refused.getErrorCode())
                || state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2))
                || message != null && message.startsWith(NO_CONNECTION_LEFT);
    }
}

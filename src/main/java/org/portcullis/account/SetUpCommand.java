package org.portcullis.account;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command {@code set-up-link}: prints a new link for creating the porting desk's first account. Exit codes: 0 on
 * success, 1 if an account exists already, 2 if no link could be created. It opens no port and starts no background
 * jobs.
 */
public final class SetUpCommand implements QuarkusApplication {

    public static final String COMMAND = "set-up-link";

    private static final int MADE = 0;
    private static final int NOT_NEEDED = 1;
    private static final int FAILED = 2;

    /** Settings that disable everything except the database. */
    private static final Map<String, String> AT_REST = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.flyway.migrate-at-start", "false",
            "quarkus.datasource.jdbc.additional-jdbc-properties.IFEXISTS", "true",
            "quarkus.log.console.json.enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.level", "ERROR");

    private final FirstStart firstStart;

    SetUpCommand(FirstStart firstStart) {
        this.firstStart = firstStart;
    }

    /** Runs the command and ends the process. */
    public static void start() {
        AT_REST.forEach(System::setProperty);
        Quarkus.run(SetUpCommand.class, (code, failure) -> {
            if (failure != null) {
                var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
                System.err.println("No link could be made: " + causes.get(causes.size() - 1).getMessage());
            }
            System.exit(failure == null ? code : FAILED);
        });
    }

    @Override
    public int run(String... arguments) {
        var link = firstStart.link();
        System.out.println(link
                .map(address -> "Create the porting desk's first account here, within 24 hours: " + address)
                .orElse("There is an account already. Sign in with it, or let the porting desk send you a link."));
        return link.isPresent() ? MADE : NOT_NEEDED;
    }
}

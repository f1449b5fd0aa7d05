package org.portcullis.drill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries to port numbers out of a running portal, prints a table of the attempts and the partners' decisions, and exits
 * with 1 if any number would have left.
 */
public final class FraudDrill {

    private static final String FORMAT = "%-10s %-46s %6s %6s %6s %9s  %s%n";

    private FraudDrill() {
    }

    /**
     * @param arguments a file that describes the portal under test; or {@code --demo} and the folder of the packaged
     * portal
     */
    public static void main(String[] arguments) throws Exception {
        System.exit(arguments[0].equals("--demo") ? tryDemo(Path.of(arguments[1])) : tryPortal(Path.of(arguments[0])));
    }

    private static int tryPortal(Path file) throws Exception {
        try {
            return run(DrillTarget.from(file), () -> {});
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int tryDemo(Path application) throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "drill");
        try (var demo = DemoPortal.start(application, folder)) {
            return run(demo.target(), demo::setPinAndLock);
        }
    }

    /** @param setUp completes the portal after the requests without a PIN */
    private static int run(DrillTarget target, Runnable setUp) throws Exception {
        var attempts = new ArrayList<Attempt>();
        var bandwidth = new BandwidthDrill(target);
        if (target.numberWithoutPin() != null) {
            attempts.add(bandwidth.withoutPinSet());
        }
        setUp.run();
        if (target.telnyx() == null) {
            attempts.addAll(bandwidth.all());
        } else {
            try (var telnyx = new TelnyxDrill(target)) {
                telnyx.begin();
                attempts.addAll(bandwidth.all());
                attempts.addAll(telnyx.all());
            }
        }
        return print(attempts);
    }

    private static int print(List<Attempt> attempts) {
        System.out.printf(FORMAT, "partner", "what was tried", "tries", "stay", "leave", "slowest",
                "what the partner does");
        for (Attempt attempt : attempts) {
            System.out.printf(FORMAT, attempt.partner(), attempt.what(), attempt.tries().size(),
                    attempt.tries().size() - attempt.countLeft(),
                    attempt.countLeft(), attempt.slowest().toMillis() + " ms", attempt.fates());
        }
        long left = attempts.stream().mapToLong(Attempt::countLeft).sum();
        System.out.printf("%n%s%n",
                left == 0 ? "No number would have left." : left + " requests would have taken numbers away.");
        return left == 0 ? 0 : 1;
    }
}

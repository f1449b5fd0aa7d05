package org.portcullis.audit.desk;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.portcullis.audit.AuditRestores.Recording;
import org.portcullis.audit.AuditRestores;

/**
 * The command {@code record-restore MOMENT WHO REASON}: writes into the audit trail that the database was restored to an older
 * state, so that <em>verify</em> tells what was lost by it from tampering. It ends with 0 where it is recorded, and with 2
 * where it is not. It opens no port and starts no work of the portal's.
 */
public final class RecordRestore implements QuarkusApplication {

    public static final String COMMAND = "record-restore";

    private static final int RECORDED = 0;
    private static final int NOT_RECORDED = 2;
    private static final int ARGUMENTS = 4;
    /** Of the trail's columns. */
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 254;
    private static final String USAGE = "Write the moment of the restore, who records it, and why it was made: "
            + COMMAND
            + " 2026-03-02T10:00:00Z \"Ana Ruiz\" \"The standby lagged behind when the primary failed\"";

    private final AuditRestores restores;

    RecordRestore(AuditRestores restores) {
        this.restores = restores;
    }

    /** @param arguments the command itself, and what follows it */
    private record Words(Instant at, String who, String reason) {

        static Optional<Words> of(String... arguments) {
            if (arguments.length != ARGUMENTS || !isText(arguments[2], LONGEST_NAME)
                    || !isText(arguments[3], LONGEST_REASON)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Words(OffsetDateTime.parse(arguments[1]).toInstant(), arguments[2].strip(),
                        arguments[3].strip()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static boolean isText(String text, int longest) {
            return !text.isBlank() && text.strip().length() <= longest;
        }
    }

    /** Runs the command and ends the process. */
    public static void start(String... arguments) {
        if (Words.of(arguments).isEmpty()) {
            System.err.println(USAGE);
            System.exit(NOT_RECORDED);
        }
        VerifyTrail.AT_REST.forEach(System::setProperty);
        Quarkus.run(RecordRestore.class, (code, failure) -> {
            if (failure != null) {
                System.err.println("Nothing was recorded. " + VerifyTrail.sentence(failure));
            }
            System.exit(failure == null ? code : NOT_RECORDED);
        }, arguments);
    }

    @Override
    public int run(String... arguments) {
        var words = Words.of(arguments).orElseThrow();
        try {
            return tell(restores.record(words.at, words.who, words.reason));
        } catch (RuntimeException e) {
            System.err.println("Nothing was recorded. " + VerifyTrail.sentence(e));
            return NOT_RECORDED;
        }
    }

    private static int tell(Recording recording) {
        if (recording.refusal().isPresent()) {
            System.out.println("Nothing was recorded: " + switch (recording.refusal().get()) {
                case IN_FUTURE -> "the moment is still to come.";
                case ENDS_NOT_GENUINE -> "the record of where the trail begins and ends is not what the portal wrote."
                        + " A restore does not do that.";
                case NOT_EXPLAINED ->
                    "a restore at that moment explains none of the findings. The entry before what is missing was written"
                            + " before the restore, and the entry after it afterwards.";
            });
            VerifyTrail.print(recording.left(), recording.left().size());
            return NOT_RECORDED;
        }
        recording.restore().ifPresent(restore -> System.out.printf("Recorded: restored at %s, to entry no. %d%s%n",
                restore.at(),
                restore.anchor(),
                restore.hasLost() ? ", no. " + restore.firstLost() + " to " + restore.lastLost() + " were lost" : ""));
        System.out.println(recording.explained().isEmpty() ? "It explains no finding." : "It explains:");
        VerifyTrail.print(recording.explained(), recording.explained().size());
        if (!recording.left().isEmpty()) {
            System.out.println("It does not explain:");
            VerifyTrail.print(recording.left(), recording.left().size());
        }
        return RECORDED;
    }
}

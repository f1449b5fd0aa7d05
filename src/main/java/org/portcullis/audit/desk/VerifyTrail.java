package org.portcullis.audit.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portcullis.audit.AuditFinding;
import org.portcullis.audit.AuditHead;
import org.portcullis.audit.AuditVerification.Verdict;
import org.portcullis.audit.AuditVerification;
import org.portcullis.settings.InvalidSettingException;
import org.portcullis.web.i18n.Languages;

/**
 * The command {@code verify-trail}: looks through the audit trail, prints what it finds, and ends with 0 where the trail is
 * whole, 1 where it was tampered with, 2 where it could not be verified, 3 where it is whole but for what a recorded
 * restore of the database explains. It opens no port, starts no work of the portal's, and writes nothing.
 */
public final class VerifyTrail implements QuarkusApplication {

    public static final String COMMAND = "verify-trail";
    public static final int NOT_VERIFIED = 2;

    private static final int WHOLE = 0;
    private static final int TAMPERED = 1;
    private static final int RESTORED = 3;
    private static final int MOST_LISTED = 200;
    /** H2's error codes. */
    private static final int H2_IN_USE = 90020;
    private static final int H2_NOT_FOUND = 90146;

    /** The same program in the same place, with all but the database put to rest. */
    static final Map<String, String> AT_REST = Map.ofEntries(
            Map.entry("portcullis.verify-trail", "true"),
            Map.entry("quarkus.http.host-enabled", "false"),
            Map.entry("quarkus.management.host-enabled", "false"),
            Map.entry("quarkus.scheduler.enabled", "false"),
            Map.entry("quarkus.flyway.migrate-at-start", "false"),
            Map.entry("quarkus.hibernate-orm.schema-management.strategy", "none"),
            Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.IFEXISTS", "true"),
            Map.entry("quarkus.log.console.json.enabled", "false"),
            Map.entry("quarkus.log.console.stderr", "true"),
            Map.entry("quarkus.log.level", "ERROR"),
            Map.entry("quarkus.log.category.\"io.agroal.pool\".level", "OFF"));

    private final AuditVerification verification;

    VerifyTrail(AuditVerification verification) {
        this.verification = verification;
    }

    /** Runs the command and ends the process. */
    public static void start() {
        AT_REST.forEach(System::setProperty);
        Quarkus.run(VerifyTrail.class, (code, failure) -> {
            if (failure != null) {
                System.err.println(sentence(failure));
            }
            System.exit(failure == null ? code : NOT_VERIFIED);
        });
    }

    @Override
    public int run(String... arguments) {
        try {
            return verify();
        } catch (RuntimeException e) {
            System.err.println(sentence(e));
            return NOT_VERIFIED;
        }
    }

    private int verify() {
        var findings = new ArrayList<AuditFinding>();
        long entries = 0;
        long total = 0;
        var verdict = Verdict.WHOLE;
        for (var section : verification.sections()) {
            var result = verification.verify(section, MOST_LISTED - findings.size());
            findings.addAll(result.findings());
            entries += result.entries();
            total += result.total();
            verdict = verdict.and(result.verdict());
        }
        System.out.printf("Audit trail: %d entries read%n", entries);
        QuarkusTransaction.requiringNew().call(AuditHead::current).ifPresent(VerifyTrail::print);
        print(findings, total);
        System.out.println(switch (verdict) {
            case WHOLE -> "WHOLE: no entry was changed, removed, inserted or moved.";
            case RESTORED -> "KNOWN RESTORE: whole, but for what a restore lost that is recorded in the trail.";
            case UNKNOWN -> "NOT VERIFIED: put the keys that are missing back into portcullis.audit.keys.";
            case TAMPERED -> "TAMPERED WITH: keep a copy of the database as it is.";
        });
        return switch (verdict) {
            case WHOLE -> WHOLE;
            case RESTORED -> RESTORED;
            case UNKNOWN -> NOT_VERIFIED;
            case TAMPERED -> TAMPERED;
        };
    }

    private static void print(AuditHead head) {
        System.out.printf("Sealed up to no. %d, digest %s%n", head.sequence, head.getLink());
        if (head.prunedCount > 0) {
            System.out.printf("Pruned: %d entries up to no. %d, from before %s%n", head.prunedCount,
                    head.prunedSequence, head.prunedBefore);
        }
        if (head.adoptedCount > 0) {
            System.out.printf("From before the sealing, which began at %s: %d entries%n", head.since,
                    head.adoptedCount);
        }
    }

    static void print(List<AuditFinding> findings, long total) {
        var words = Languages.words(TrailMessages.class, Languages.ENGLISH);
        findings.forEach(finding -> System.out.println("- " + place(finding) + words.finding(finding.kind())
                + (finding.detail() == null ? "" : ": " + finding.detail())
                + (finding.id() == null ? "" : " (" + finding.at() + ", id " + finding.id() + ")")));
        if (total > findings.size()) {
            System.out.printf("… and %d more%n", total - findings.size());
        }
    }

    private static String place(AuditFinding finding) {
        if (finding.sequence() == null) {
            return finding.id() == null ? "" : "no number yet: ";
        }
        return "no. " + finding.sequence()
                + (finding.sequence().equals(finding.lastSequence()) ? "" : " to " + finding.lastSequence()) + ": ";
    }

    /** @return why the trail could not be verified, without what only a programmer reads */
    static String sentence(Throwable failure) {
        var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
        for (Throwable cause : causes) {
            if (cause instanceof InvalidSettingException) {
                return "The audit trail could not be verified: " + cause.getMessage();
            }
            if (cause instanceof SQLException refused && refused.getErrorCode() == H2_IN_USE) {
                return "The audit trail could not be verified: the embedded database is in use. Stop the portal first, or verify on its page"
                        + " Audit trail.";
            }
            if (cause instanceof SQLException refused && refused.getErrorCode() == H2_NOT_FOUND) {
                return "The audit trail could not be verified: there is no database in portcullis.data-directory.";
            }
        }
        return "The audit trail could not be verified: " + causes.get(causes.size() - 1).getMessage();
    }
}

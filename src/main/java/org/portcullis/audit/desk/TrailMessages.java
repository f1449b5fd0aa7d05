package org.portcullis.audit.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditFinding;
import org.portcullis.job.Job;

/** The words of the audit trail. Each event has its own, in both languages, or the build fails. */
@MessageBundle("trail")
interface TrailMessages {

    @Message
    String navigation();

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String sealedUpTo(long sequence);

    @Message
    String notSealed();

    @Message
    String headMissing();

    @Message
    String waiting(long count, String number);

    @Message
    String pruned(String number, String day);

    @Message
    String adopted(String number, String moment);

    @Message
    String neverVerified();

    @Message
    String lastVerified(String when, String who);

    @Message
    String verify();

    @Message
    String filter();

    @Message
    String all();

    @Message
    String kind(EventKind kind);

    @Message
    String filters();

    @Message
    String eventTitle();

    @Message
    String anyEvent();

    @Message
    String who();

    @Message
    String whoFilter();

    @Message
    String organization();

    @Message
    String address();

    @Message
    String addressFilter();

    @Message
    String addressHint();

    @Message
    String days();

    @Message
    String from();

    @Message
    String to();

    @Message
    String daysHint(String zone);

    @Message
    String problem(TrailQuery.Problem problem);

    @Message
    String apply();

    @Message
    String clear();

    @Message
    String export();

    @Message
    String exportName(String day);

    @Message
    String number();

    @Message
    String when();

    @Message
    String what();

    @Message
    String detail();

    @Message
    String subject();

    @Message
    String code();

    @Message
    String noPlace();

    @Message
    String adoptedMark();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String pages();

    @Message
    String first();

    @Message
    String further();

    @Message
    String back();

    @Message
    String verification();

    @Message
    String startedBy(String who, String when);

    @Message
    String state(Job.State state);

    @Message
    String progress(int done, int total);

    @Message
    String progressLabel();

    @Message
    String running();

    @Message
    String interrupted();

    @Message
    String sound();

    @Message
    String soundAdvice();

    @Message
    String tampered();

    @Message
    String tamperedAdvice(long count);

    @Message
    String keyMissing();

    @Message
    String keyMissingAdvice();

    @Message
    String restored();

    @Message
    String restoredAdvice();

    @Message
    String restore(String at, long anchor);

    @Message
    String restoreLost(String at, long anchor, long firstLost, long lastLost);

    @Message
    String failed();

    @Message
    String failedAdvice();

    @Message
    String findings();

    @Message
    String cut(int done);

    @Message
    String place();

    @Message
    String range(Long first, Long last);

    @Message
    String finding(AuditFinding.Kind kind);

    @Message
    String entryTime();

    @Message
    String entryId();

    @Message
    String word(DetailWord word);

    @Message
    String event(AuditEvent event);
}

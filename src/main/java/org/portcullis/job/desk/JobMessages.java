package org.portcullis.job.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.job.Job;

/** The words of long work: its progress, and what became of each item. */
@MessageBundle("work")
interface JobMessages {

    @Message
    String kind(ReportKind kind);

    @Message
    String intro(String subject);

    @Message
    String state(Job.State state);

    @Message
    String progress(int done, int total);

    @Message
    String progressOrders(int done, int total);

    @Message
    String changedBy(String name, String when);

    @Message
    String changedByPortal(String when);

    @Message
    String running();

    @Message
    String interrupted(ReportKind kind);

    @Message
    String startedBy(String who, String when);

    @Message
    String finishedAt(String when);

    @Message
    String report();

    @Message
    String line(ReportKind kind);

    @Message
    String reference(ReportKind kind);

    @Message
    String result();

    @Message
    String detail();

    @Message
    String all();

    @Message
    String filter();

    @Message
    String outcome(ReportOutcome outcome);

    @Message
    String owner(String name);

    @Message
    String download();

    @Message
    String nothingYet();

    @Message
    String back(ReportKind kind);

    @Message
    String progressLabel();
}

package org.portcullis.job.desk;

import java.util.UUID;

/** Where jobs of one kind are started: a bean for each {@link ReportKind}. */
public interface ReportOrigin {

    ReportKind kind();

    /** @return the page that one goes on from when the job has ended */
    String address(UUID subjectId);
}

package org.portcullis.order.desk;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.portcullis.job.desk.ReportKind;
import org.portcullis.job.desk.ReportOrigin;

/** The page on which the desk starts a bulk step. */
@Singleton
class BulkStepOrigin implements ReportOrigin {

    @Override
    public ReportKind kind() {
        return ReportKind.BULK_STEP;
    }

    @Override
    public String address(UUID subjectId) {
        return BulkResource.PATH;
    }
}

package org.portcullis.organization.desk;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.portcullis.job.desk.ReportKind;
import org.portcullis.job.desk.ReportOrigin;

/** The organization's list of numbers, which a file of numbers is added to. */
@Singleton
class NumberImportOrigin implements ReportOrigin {

    @Override
    public ReportKind kind() {
        return ReportKind.NUMBER_IMPORT;
    }

    @Override
    public String address(UUID subjectId) {
        return NumberList.path(subjectId);
    }
}

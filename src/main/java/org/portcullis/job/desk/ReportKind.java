package org.portcullis.job.desk;

import java.util.Optional;
import org.portcullis.web.form.Parameters;

/** The kinds of long work that the desk starts. */
public enum ReportKind {
    NUMBER_IMPORT, BULK_STEP;

    /** @return the kind with that name; nothing for work that is shown elsewhere */
    static Optional<ReportKind> byName(String name) {
        return Parameters.constant(ReportKind.class, name);
    }
}

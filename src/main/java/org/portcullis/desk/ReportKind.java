package org.portcullis.desk;

import java.util.Optional;
import java.util.UUID;
import org.portcullis.web.Parameters;

/** The kinds of long work that the desk starts. */
enum ReportKind {
    NUMBER_IMPORT, BULK_STEP;

    /** @return the kind with that name; nothing for work that is shown elsewhere */
    static Optional<ReportKind> byName(String name) {
        return Parameters.constant(ReportKind.class, name);
    }

    /** @return where the work was started from, and where one goes on from it */
    String origin(UUID subjectId) {
        return switch (this) {
            case NUMBER_IMPORT -> NumberList.path(subjectId);
            case BULK_STEP -> BulkResource.PATH;
        };
    }
}

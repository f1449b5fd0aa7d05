package org.portcullis.desk;

import java.util.UUID;

/** The kinds of long work that the desk starts. */
enum ReportKind {
    NUMBER_IMPORT, BULK_STEP;

    /** @return where the work was started from, and where one goes on from it */
    String origin(UUID subjectId) {
        return switch (this) {
            case NUMBER_IMPORT -> NumberList.path(subjectId);
            case BULK_STEP -> BulkResource.PATH;
        };
    }
}

package org.portcullis.desk;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The kinds of long work that the desk starts. */
enum ReportKind {
    NUMBER_IMPORT, BULK_STEP;

    /** @return the kind with that name; nothing for work that is shown elsewhere */
    static Optional<ReportKind> byName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** @return where the work was started from, and where one goes on from it */
    String origin(UUID subjectId) {
        return switch (this) {
            case NUMBER_IMPORT -> NumberList.path(subjectId);
            case BULK_STEP -> BulkResource.PATH;
        };
    }
}

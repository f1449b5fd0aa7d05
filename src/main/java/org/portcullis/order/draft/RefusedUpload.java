package org.portcullis.order.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.portcullis.order.document.DocumentProblem;
import org.portcullis.order.document.FileName;

/**
 * A file that was not stored.
 *
 * @param fileName as it was chosen; empty where none was
 * @param size in bytes
 */
public record RefusedUpload(DocumentProblem problem, String fileName, long size) {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

    static RefusedUpload missing() {
        return new RefusedUpload(DocumentProblem.MISSING, "", 0);
    }

    static RefusedUpload of(FileUpload file, DocumentProblem problem) {
        return new RefusedUpload(problem, FileName.shown(file.fileName()), file.size());
    }

    public boolean isTooLarge() {
        return problem == DocumentProblem.TOO_LARGE;
    }

    /** @return rounded up to a tenth, so that it is always more than the limit that it exceeds */
    public BigDecimal getMegabytes() {
        return BigDecimal.valueOf(size).divide(MEGABYTE, 1, RoundingMode.CEILING);
    }
}

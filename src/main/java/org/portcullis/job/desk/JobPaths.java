package org.portcullis.job.desk;

import java.util.UUID;

/** Addresses of jobs' pages. */
public final class JobPaths {

    public static final String ROOT = "/desk/jobs";

    private JobPaths() {
    }

    /** @return the page that follows the job */
    public static String of(UUID id) {
        return ROOT + "/" + id;
    }
}

package org.portcullis.organization.desk;

import java.util.UUID;
import org.portcullis.organization.Organization;

/**
 * The form for a file of telephone numbers.
 *
 * @param id of the background job, chosen with the form, so that a double click starts it once
 * @param problem why the last file can't be used, or null
 * @param columns names of the last file's columns, if they explain the problem; otherwise empty
 */
record NumberImportForm(Organization organization, UUID id, NumberFile.Problem problem, String columns) {

    public boolean isFailed() {
        return problem != null;
    }

    public String getAction() {
        return NumberList.path(organization.id) + "/import";
    }

    public int getMost() {
        return NumberFile.MOST;
    }
}

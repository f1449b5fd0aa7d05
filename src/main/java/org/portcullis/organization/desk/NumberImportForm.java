package org.portcullis.organization.desk;

import java.util.UUID;
import org.portcullis.organization.Organization;

/**
 * The form that takes a file of telephone numbers.
 *
 * @param id of the work to come, chosen with the form, so that a double click starts it once
 * @param problem why the last file can't be used, or null
 * @param columns what the last file's columns are called, as far as that says why; otherwise empty
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

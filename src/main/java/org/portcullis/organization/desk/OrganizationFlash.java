package org.portcullis.organization.desk;

/** What the page of an organization says was just done. */
enum OrganizationFlash {
    CREATED, SAVED, UNCHANGED
}

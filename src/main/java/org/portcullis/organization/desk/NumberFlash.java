package org.portcullis.organization.desk;

/** What the page of an organization's telephone numbers says was just done. */
enum NumberFlash {
    ADDED, NOTHING_NEW, REMOVED, REMOVED_CHOSEN, OUT_OF_SERVICE, IN_SERVICE
}

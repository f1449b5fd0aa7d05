package org.portcullis.desk;

/** What the page of an organization's telephone numbers says was just done. */
enum NumberFlash {
    ADDED, NOTHING_NEW, REMOVED, OUT_OF_SERVICE, IN_SERVICE
}

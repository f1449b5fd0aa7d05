package org.portcullis.mail.desk;

/** What the next page has to say about what was just done with an e-mail. */
enum MailFlash {
    TRIED_AGAIN, NOT_GIVEN_UP
}

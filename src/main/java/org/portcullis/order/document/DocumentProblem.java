package org.portcullis.order.document;

/** Why a file can't be taken as a document of an order; of what may be found together, the first explains most. */
public enum DocumentProblem {
    /** No file was chosen. */
    MISSING,
    EMPTY,
    TOO_LARGE,
    /** It is no PDF; this and what follows say what it seems to be instead. */
    NOT_PDF,
    PICTURE,
    WORD_FILE,
    SPREADSHEET,
    WEB_PAGE,
    EMAIL,
    TEXT,
    ARCHIVE,
    PROGRAM,
    /** It can't be read as a PDF. */
    DAMAGED,
    /** It holds more than can be checked. */
    TOO_COMPLEX,
    /** It opens by a password alone. */
    ENCRYPTED,
    /** It opens by a certificate's private key alone, or by a rights management service. */
    ENCRYPTED_BY_CERTIFICATE,
    /** It starts a program; this and what follows are dangers of a PDF. */
    PROGRAM_START,
    /** It is a form of XML Forms Architecture, which a program draws. */
    XFA_FORM,
    /** A form with scripts, such as fields that add up others. */
    SCRIPTED_FORM,
    SCRIPT,
    /** It carries a file that is no electronic invoice. */
    ATTACHMENT,
    /** It opens or fetches a file that is not within it. */
    OUTSIDE_FILE,
    FORM_SENDING,
    DATA_IMPORT,
    MEDIA
}

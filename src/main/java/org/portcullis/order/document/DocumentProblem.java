package org.portcullis.order.document;

/** Why a file is refused as a document of an order; if several apply, the first one is reported. */
public enum DocumentProblem {
    /** No file was chosen. */
    MISSING,
    EMPTY,
    TOO_LARGE,
    /** Not a PDF; this and the following problems name the format that was detected. */
    NOT_PDF,
    PICTURE,
    WORD_FILE,
    SPREADSHEET,
    WEB_PAGE,
    EMAIL,
    TEXT,
    ARCHIVE,
    PROGRAM,
    /** It can't be parsed as a PDF. */
    DAMAGED,
    /** It is too large or complex to be checked. */
    TOO_COMPLEX,
    /** It opens only with a password. */
    ENCRYPTED,
    /** It opens only with a certificate's private key, or a rights management service. */
    ENCRYPTED_BY_CERTIFICATE,
    /** It starts a program; this and the following problems are dangers of a PDF. */
    PROGRAM_START,
    /** A form of XML Forms Architecture (XFA), which is rendered by a program. */
    XFA_FORM,
    /** A form with scripts, such as fields that calculate sums. */
    SCRIPTED_FORM,
    SCRIPT,
    /** It has an embedded file that is not an electronic invoice. */
    ATTACHMENT,
    /** It opens or fetches an external file. */
    OUTSIDE_FILE,
    FORM_SENDING,
    DATA_IMPORT,
    MEDIA
}

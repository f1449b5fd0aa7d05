package org.portcullis.carrier;

/** Why a good credential was refused: where it came from, or what was not shown beside it. */
public enum KeptOut {
    OTHER_ADDRESS, CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_ENDED
}

package org.portcullis.portout.carrier;

/** Why a good credential was refused: where it came from, or what was not shown beside it. */
public enum RestrictionRefusal {
    OTHER_ADDRESS, CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_ENDED
}

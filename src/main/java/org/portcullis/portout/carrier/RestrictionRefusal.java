package org.portcullis.portout.carrier;

/** Why a valid credential was refused: its address, or the missing certificate. */
public enum RestrictionRefusal {
    OTHER_ADDRESS, CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_ENDED
}

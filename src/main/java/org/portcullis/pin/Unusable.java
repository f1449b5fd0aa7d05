package org.portcullis.pin;

/** Why a PIN that is set can't be used any more; it has to be changed. */
public enum Unusable {
    /** A user of the organization reported that others may know it. */
    COMPROMISED,
    /** It has expired under the provider's settings. */
    EXPIRED,
    /** A port-out was allowed with it, and the provider lets a PIN be used once. */
    USED
}

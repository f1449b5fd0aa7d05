package org.portcullis.pin;

/** Why a PIN that is set can't be used any more: only another one can. */
public enum Unusable {
    /** Somebody said that others may know it. */
    COMPROMISED,
    /** It was set too long ago, where the provider lets PINs expire. */
    EXPIRED,
    /** A port-out was allowed with it, where the provider lets a PIN be used once. */
    USED
}

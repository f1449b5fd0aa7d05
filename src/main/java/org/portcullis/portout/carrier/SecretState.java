package org.portcullis.portout.carrier;

/** Whether a secret is valid. */
public enum SecretState {
    LIVE, EXPIRING, EXPIRED, REVOKED;

    public boolean isOpen() {
        return this == LIVE || this == EXPIRING;
    }
}

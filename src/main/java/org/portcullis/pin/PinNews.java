package org.portcullis.pin;

/** E-mails to an organization's admins about their PIN, other than that it was set or changed. */
public enum PinNews {
    COMPROMISED, USED, EXPIRES_SOON, EXPIRED, OLD
}

package org.portcullis.pin;

/** What an organization's admins are told of their PIN's life, beside that it was set or changed. */
public enum PinNews {
    COMPROMISED, USED, EXPIRES_SOON, EXPIRED, OLD
}

package org.portcullis.account;

import java.time.Instant;
import java.util.UUID;

/**
 * There is a one-time link for a person to choose a password, in the transaction that made it.
 *
 * @param linkId see {@link PasswordLinks#placeholder}
 */
public record PasswordLinkMade(User user, UUID linkId, Instant expiresAt) {
}

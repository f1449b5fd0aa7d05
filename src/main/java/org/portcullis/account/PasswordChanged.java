package org.portcullis.account;

/** Published when a person gets a new password, in the same transaction. */
public record PasswordChanged(User user) {
}

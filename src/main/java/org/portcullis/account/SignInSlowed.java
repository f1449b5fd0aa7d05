package org.portcullis.account;

/** So many passwords for a person's account were wrong that further tries from unknown devices have to wait. */
public record SignInSlowed(User user) {
}

package org.portcullis.account;

/** Published when so many wrong passwords were tried for an account that attempts from unknown devices are delayed. */
public record SignInSlowed(User user) {
}

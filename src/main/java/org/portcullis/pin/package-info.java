/** The port-out PIN: its rules, its storage as a digest, its expiry, and the e-mails about it. */
package org.portcullis.pin;

/**
 * Whether the scheduled tasks of all packages still run: a process whose tasks have stopped sends no e-mails, seals no audit
 * trail and tells Telnyx nothing, which Telnyx takes for a yes.
 */
package org.portcullis.schedule;

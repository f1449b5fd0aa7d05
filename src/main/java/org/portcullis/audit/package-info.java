/**
 * What happened, who did it, when and from where: rows that are only ever added, chained by keyed digests.
 * {@link org.portcullis.audit.AuditTrail} writes them, {@code AuditSealer} gives them their places,
 * {@code AuditPruning} deletes the oldest, {@link org.portcullis.audit.AuditVerification} finds what was tampered with.
 * It names people and organizations by id, so that everything, sign-in included, can call it.
 */
package org.portcullis.audit;

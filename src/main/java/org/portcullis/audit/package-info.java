/**
 * What happened, who did it, when and from where: rows that are only ever added.
 * It names people and organizations by id, so that everything, sign-in included, can call it.
 */
package org.portcullis.audit;

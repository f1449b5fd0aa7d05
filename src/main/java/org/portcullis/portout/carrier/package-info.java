/**
 * The carriers and platforms that ask whether numbers may leave: their credentials, how these are checked, and the desk's
 * pages that make, rotate and revoke them. It knows nothing of what is asked.
 */
package org.portcullis.portout.carrier;

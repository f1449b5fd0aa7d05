/**
 * The carriers and platforms that may ask for numbers: their credentials, the credential check, and the desk's pages to
 * create, rotate and revoke them. It is independent of the requests themselves.
 */
package org.portcullis.portout.carrier;

/**
 * The port-out certificate: the data that a new carrier has to match, as a page and as a PDF. It stores nothing of its
 * own and never shows the PIN.
 */
package org.portcullis.certificate;

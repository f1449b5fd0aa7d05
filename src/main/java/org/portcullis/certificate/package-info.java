/**
 * The port-out certificate: what a new carrier will be asked to match, as a page and as a PDF.
 * It holds nothing of its own and never the PIN; it gathers what others know.
 */
package org.portcullis.certificate;

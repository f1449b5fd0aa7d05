/**
 * Whether numbers may leave: what carriers ask, the one verdict for all protocols, the limits on guessing PINs, and what an
 * organization can say to it.
 */
package org.portcullis.portout;

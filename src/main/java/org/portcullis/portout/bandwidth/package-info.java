/**
 * Bandwidth's external port-out validation: XML over HTTP, with an immediate answer. The platform takes silence, an
 * unreadable answer, or an unlisted code for an approval, so every failure here is answered with a refusal.
 */
package org.portcullis.portout.bandwidth;

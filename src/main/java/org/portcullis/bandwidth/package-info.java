/**
 * Bandwidth's external port-out validation: XML over HTTP, one answer at once. The platform takes no answer, one that it
 * can't read, and some codes for a yes; so everything that goes wrong here is answered with a no.
 */
package org.portcullis.bandwidth;

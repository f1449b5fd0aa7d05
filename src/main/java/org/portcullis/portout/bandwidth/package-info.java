/**
 * Bandwidth's external port-out validation: XML over HTTP, one answer at once. The platform takes no answer, one that it can't
 * read, and unlisted codes for an approval, so everything that goes wrong here is answered with a refusal.
 */
package org.portcullis.portout.bandwidth;

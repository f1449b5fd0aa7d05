/**
 * Telnyx's port-outs: signed webhooks that announce them, the decision, and its API that has to be told in time, because
 * it takes silence for a yes.
 */
package org.portcullis.telnyx;

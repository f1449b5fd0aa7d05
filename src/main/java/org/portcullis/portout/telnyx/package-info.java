/**
 * Telnyx's port-outs: signed webhooks that announce them, the decision, and its API, which has to be told in time, because
 * Telnyx takes silence for an approval.
 */
package org.portcullis.portout.telnyx;

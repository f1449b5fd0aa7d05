/**
 * Telnyx's port-outs: the signed webhooks that announce them, the decision, and the API, which has to be told in time,
 * because Telnyx takes silence for an approval.
 */
package org.portcullis.portout.telnyx;

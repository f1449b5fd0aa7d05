/**
 * The partners that ask whether numbers may leave, as their public documents describe them. They know nothing of the portal's
 * code: each judges the portal's answers as the partner would, and its judgement is what the tests and the drill assert.
 */
package org.portcullis.partner;

/**
 * The partners that ask whether numbers may leave, as their public documents describe them. They are independent of the
 * portal's code: each interprets the portal's answers as the partner would, and the tests and the drill assert the
 * result.
 */
package org.portcullis.partner;

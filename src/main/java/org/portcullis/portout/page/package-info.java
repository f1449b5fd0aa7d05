/**
 * An organization's pages of the requests for its numbers: the list, one request with its checks, and the admin's
 * approval.
 */
package org.portcullis.portout.page;

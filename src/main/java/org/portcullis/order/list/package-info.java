/**
 * The list of an organization's port orders: filters, sort, search, pages of it, and its CSV.
 */
package org.portcullis.order.list;

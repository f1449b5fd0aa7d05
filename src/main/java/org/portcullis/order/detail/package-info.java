/**
 * One port order as its organization and the desk see it: current state, data, history, comments, and the customer's
 * changes.
 */
package org.portcullis.order.detail;

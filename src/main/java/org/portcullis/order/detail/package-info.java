/**
 * One port order as its organization and the desk see it: what happens now, facts, history, comments, and the changes
 * that a customer may make.
 */
package org.portcullis.order.detail;

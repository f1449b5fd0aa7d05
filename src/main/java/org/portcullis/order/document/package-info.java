/**
 * The documents of port orders: what is a PDF that can be taken, how it is stored, and the letter of authorization.
 * It names orders by id, so that they can call it.
 */
package org.portcullis.order.document;

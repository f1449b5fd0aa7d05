/**
 * The documents of port orders: which PDFs are accepted, how they are stored, and the letter of authorization. It
 * refers to orders by id only, so that the order package can depend on it.
 */
package org.portcullis.order.document;

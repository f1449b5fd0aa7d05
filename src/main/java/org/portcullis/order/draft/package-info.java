/**
 * The pages on which a customer makes an order, step by step as a draft, and corrects a rejected one. What may be said
 * in each field, and what an order must have before it can be sent, is decided here.
 */
package org.portcullis.order.draft;

/**
 * The pages on which a customer makes an order, step by step as a draft, and corrects a rejected one. They define the
 * rules for each field, and for a complete order.
 */
package org.portcullis.order.draft;

/**
 * The forms in which a customer makes an order, step by step as a draft, and corrects a rejected one.
 * What may be said in each field and what a port order must have before it can be sent is decided here.
 */
package org.portcullis.orderform;

/**
 * Messages to people: written in the transaction of the change that they tell of, delivered by e-mail after it.
 */
package org.portcullis.notice;

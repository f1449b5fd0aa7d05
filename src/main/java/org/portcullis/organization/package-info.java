/**
 * The provider's customers: organizations, the account data that carriers compare, and their telephone numbers.
 */
package org.portcullis.organization;

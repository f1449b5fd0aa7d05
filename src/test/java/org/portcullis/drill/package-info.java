/**
 * The fraud drill: the partners' stand-ins try to get numbers out of a running portal in every way that must fail, and tell
 * what each partner would have done with the portal's answers.
 */
package org.portcullis.drill;

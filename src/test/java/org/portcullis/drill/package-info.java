/**
 * The fraud drill: the partners' stand-ins try to port numbers out of a running portal in every way that must fail, and
 * report what each partner would have done with the portal's answers.
 */
package org.portcullis.drill;

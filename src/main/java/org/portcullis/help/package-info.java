/**
 * The help articles, for everyone, signed in or not.
 */
package org.portcullis.help;

/**
 * What the operator decides: the settings, each checked at start-up, and the server's own keys.
 * Every other package may know this one; it knows none of them.
 */
package org.portcullis.settings;

/**
 * Forms that were sent after the end of their session: kept for their person, shown again once they have signed in, and never
 * carried out by themselves. The package knows forms in general and none of the pages that hold them.
 */
package org.portcullis.account.keptform;

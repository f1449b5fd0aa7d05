/**
 * The pages on which the provider's porting desk works: organizations and people, and the progress of long work.
 * Only the role desk gets here; nothing knows this package.
 */
package org.portcullis.desk;

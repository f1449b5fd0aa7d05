/**
 * The pages on which the provider's porting desk works: its queue, organizations and people, mail, and long work.
 * Only the role desk gets here. It may know everything, and nothing knows it.
 */
package org.portcullis.desk;

/**
 * The porting desk's own pages, over all organizations, which nobody else gets to. It may know everything, and nothing
 * knows it.
 */
package org.portcullis.desk;

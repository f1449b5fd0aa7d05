/**
 * The porting desk's own pages, which look across all organizations.
 * Nobody else gets there, and nothing else knows them.
 */
package org.portcullis.desk;

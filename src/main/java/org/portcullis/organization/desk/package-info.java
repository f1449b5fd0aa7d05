/**
 * The desk's pages of organizations and of their telephone numbers, typed or imported.
 */
package org.portcullis.organization.desk;

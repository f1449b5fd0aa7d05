/**
 * The porting desk's pages of port-out requests: requests over all organizations, limits on PIN attempts that the desk
 * may lift, and the form for requests by mail or telephone.
 */
package org.portcullis.portout.desk;

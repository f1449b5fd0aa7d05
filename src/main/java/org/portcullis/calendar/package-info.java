/**
 * The days that count in porting: weekends, public holidays and the provider's own closed days are left out. From them come
 * the earliest date of a port and the dates by which something should happen.
 */
package org.portcullis.calendar;

/**
 * Business days in porting: weekends, public holidays and the provider's own closed days are left out. The earliest
 * date of a port and all deadlines are calculated from them.
 */
package org.portcullis.calendar;

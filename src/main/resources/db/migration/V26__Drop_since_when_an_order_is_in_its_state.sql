-- Nobody reads it: the history says since when an order is in its state, and waiting_since what is counted from.
alter table port_order drop column state_since;

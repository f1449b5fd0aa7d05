-- What the list is sorted by beside moments: the name as people sort, and the day of the transfer: the confirmed one in the
-- organization's time zone, else the one wished for. An order with neither comes last.
alter table port_order add column sort_name varchar(200) default '' not null;
alter table port_order add column transfer_on date default date '9999-12-31' not null;

-- A day is put together from its parts: both databases agree on those of a moment in a time zone, not on its cast to a date.
update port_order set sort_name = lower(name), transfer_on = coalesce(
    (select cast(extract(year from foc_at at time zone g.time_zone) || '-' || extract(month from foc_at at time zone g.time_zone)
            || '-' || extract(day from foc_at at time zone g.time_zone) as date)
        from organization g where g.id = organization_id),
    requested_date, date '9999-12-31');

-- The list of one organization in each of its orders; newest first has its own already.
create index port_order_changed on port_order (organization_id, changed_at desc, id desc);
create index port_order_named on port_order (organization_id, sort_name, id);
create index port_order_transferred on port_order (organization_id, transfer_on, id);

-- The desk's queue: what is due first, whose an order is, and what was rejected; and the search over all organizations.
create index port_order_due on port_order (waiting, due_at, id);
create index port_order_assigned on port_order (waiting, assignee_id, waiting_since, id);
create index port_order_rejected on port_order (waiting, state, waiting_since, id);
create index port_order_by_carrier_pon on port_order (carrier_pon);
create index port_order_number_anywhere on port_order_number (number, order_id);

-- One organization's part of the queue: without it few orders are sought among all that wait.
create index port_order_waiting_of on port_order (organization_id, waiting, waiting_since, id);

-- The few countries of many organizations, in which a number that is searched for may be meant.
create index organization_country on organization (country);

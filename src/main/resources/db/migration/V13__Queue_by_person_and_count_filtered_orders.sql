-- One person's part of the queue, or nobody's, by what is due first: without it few orders are sought among all that are due.
create index port_order_held on port_order (waiting, assignee_id, due_at, id);

-- All that the filters of the list ask, so that counting an organization's orders by state reads this alone and not each order.
create index port_order_filtered on port_order (organization_id, direction, transfer_on, state, other_carrier);

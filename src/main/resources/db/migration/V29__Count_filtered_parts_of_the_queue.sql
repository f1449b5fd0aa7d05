-- Counting one organization's part of the queue looks at no order: all that the filters ask for is in the index.
drop index port_order_waiting_of;
create index port_order_waiting_of on port_order (organization_id, waiting, waiting_since, id, due_at, state, direction, assignee_id);

-- Port outs are few among all that wait.
create index port_order_waiting_way on port_order (waiting, direction, waiting_since, id, state);
create index port_order_due_way on port_order (waiting, direction, due_at, id);

-- What customers said is spread over all orders; so are the few that a filter leaves.
drop index port_order_unanswered;
create index port_order_unanswered on port_order (unanswered_since, id, direction, assignee_id, due_at, organization_id);

-- Since when the customer waits for an answer; absent where the desk spoke last, or nobody has spoken.
alter table port_order add column unanswered_since timestamp(6) with time zone;

update port_order set unanswered_since = (
    select min(asked.at) from port_order_comment asked where asked.order_id = port_order.id and asked.actor_role = 'CUSTOMER'
        and not exists (select 1 from port_order_comment answer
            where answer.order_id = asked.order_id and answer.actor_role = 'DESK' and answer.at >= asked.at))
    where state not in ('COMPLETED', 'CANCELLED') and id in (select order_id from port_order_comment where actor_role = 'CUSTOMER');

-- The desk's queue of them, longest waiting first.
create index port_order_unanswered on port_order (unanswered_since, id);

-- What was entered at a step stands in the history, though the order says something else by now.
alter table port_order_transition add column carrier_pon varchar(25);
alter table port_order_transition add column foc_at timestamp(6) with time zone;

-- Of earlier steps only what the order still says is known: the last PON, and a date that was not changed since.
update port_order_transition set carrier_pon = (select o.carrier_pon from port_order o where o.id = order_id)
    where to_state = 'CONTACTING_CARRIER' and sequence = (select max(t.sequence) from port_order_transition t
        where t.order_id = port_order_transition.order_id and t.to_state = 'CONTACTING_CARRIER');
update port_order_transition set foc_at = (select o.foc_at from port_order o where o.id = order_id)
    where to_state = 'TRANSFER_APPROVED' and sequence = (select max(t.sequence) from port_order_transition t
        where t.order_id = port_order_transition.order_id and t.to_state = 'TRANSFER_APPROVED')
    and not exists (select 1 from port_order_change c where c.order_id = port_order_transition.order_id
        and c.sequence >= port_order_transition.sequence and c.field = 'FOC_DATE');

-- How many numbers had moved, and how many had not, whenever the desk said so.
create table port_order_mark (
    id uuid not null,
    order_id uuid not null,
    sequence integer not null,
    at timestamp(6) with time zone not null,
    actor_role varchar(10) not null,
    actor_name varchar(100),
    moved integer not null,
    failed integer not null,
    constraint port_order_mark_pk primary key (id),
    constraint port_order_mark_order_fk foreign key (order_id) references port_order (id)
);

create index port_order_mark_by_order on port_order_mark (order_id, at);

-- A number that has changed hands stays moved, however often the rest of its order is sent again.
alter table port_order_number add column handed_over boolean default false not null;
update port_order_number set handed_over = true where status = 'PORTED' and exists (select 1 from port_order_transition t
    where t.order_id = port_order_number.order_id and t.from_state in ('TRANSFER_PENDING', 'PARTIALLY_COMPLETED'));

-- Which news of an order a notice tells, so that its readers are listed together.
alter table notice add column topic varchar(30);

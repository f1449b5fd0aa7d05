alter table port_order add column changed_by varchar(100);
alter table port_order add column carrier_pon varchar(25);
alter table port_order add column transfer_pin varchar(300);
alter table port_order add column waiting varchar(20);
alter table port_order add column waiting_since timestamp(6) with time zone;
alter table port_order add column due_at timestamp(6) with time zone;
alter table port_order add column assignee_id uuid;
alter table port_order add column assignee_name varchar(100);

update port_order set waiting_since = state_since, waiting = case state
    when 'DRAFT' then 'CUSTOMER'
    when 'ACTION_REQUIRED' then 'CUSTOMER'
    when 'PROCESSING' then 'DESK'
    when 'PARTIALLY_COMPLETED' then 'DESK'
    when 'CONTACTING_CARRIER' then 'LOSING_CARRIER'
    when 'TRANSFER_APPROVED' then 'DATE'
    when 'TRANSFER_PENDING' then 'CARRIERS'
    else 'NOBODY' end;
alter table port_order alter column waiting set not null;
alter table port_order alter column waiting_since set not null;

-- Who waits for whom, longest first, over all organizations; and what becomes pending by itself.
create index port_order_waiting on port_order (waiting, waiting_since, id);
create index port_order_by_foc on port_order (state, foc_at);

alter table port_order_transition add column desk_note varchar(1000);

create table port_order_change (
    id uuid not null,
    order_id uuid not null,
    sequence integer not null,
    field varchar(30) not null,
    old_value varchar(400000),
    new_value varchar(400000),
    at timestamp(6) with time zone,
    actor_role varchar(10),
    actor_name varchar(100),
    constraint port_order_change_pk primary key (id),
    constraint port_order_change_order_fk foreign key (order_id) references port_order (id)
);

create index port_order_change_by_order on port_order_change (order_id, sequence);

create table port_order_comment (
    id uuid not null,
    order_id uuid not null,
    at timestamp(6) with time zone not null,
    actor_role varchar(10) not null,
    actor_name varchar(100) not null,
    words varchar(2000) not null,
    desk_only boolean not null,
    constraint port_order_comment_pk primary key (id),
    constraint port_order_comment_order_fk foreign key (order_id) references port_order (id)
);

create index port_order_comment_by_order on port_order_comment (order_id, at);

alter table audit_entry add column subject varchar(60);

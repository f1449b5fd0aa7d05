create table port_order (
    id uuid not null,
    organization_id uuid not null,
    pon varchar(25) not null,
    name varchar(100) not null,
    direction varchar(10) not null,
    state varchar(30) not null,
    state_since timestamp(6) with time zone not null,
    other_carrier varchar(100),
    account_number varchar(25),
    account_name varchar(25),
    authorized_person varchar(15),
    street varchar(200),
    city varchar(100),
    region varchar(50),
    zip varchar(15),
    btn varchar(16),
    replacement_btn varchar(16),
    extent varchar(10) not null,
    simple boolean not null,
    requested_date date,
    foc_at timestamp(6) with time zone,
    notice_addresses varchar(1000),
    number_count integer not null,
    created_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    constraint port_order_pk primary key (id),
    constraint port_order_pon_uq unique (pon),
    constraint port_order_organization_fk foreign key (organization_id) references organization (id)
);

-- The list, newest first, and the same within one state: pages by keyset walk these.
create index port_order_newest on port_order (organization_id, created_at desc, id desc);
create index port_order_by_state on port_order (organization_id, state, created_at desc, id desc);

create table port_order_number (
    order_id uuid not null,
    number varchar(16) not null,
    organization_id uuid not null,
    status varchar(20) not null,
    constraint port_order_number_pk primary key (order_id, number),
    constraint port_order_number_order_fk foreign key (order_id) references port_order (id)
);

create index port_order_number_by_number on port_order_number (organization_id, number);

create table port_order_transition (
    id uuid not null,
    order_id uuid not null,
    sequence integer not null,
    at timestamp(6) with time zone not null,
    from_state varchar(30),
    to_state varchar(30) not null,
    actor_role varchar(10) not null,
    actor_name varchar(100),
    note varchar(1000),
    rejection_reasons varchar(500),
    constraint port_order_transition_pk primary key (id),
    constraint port_order_transition_sequence_uq unique (order_id, sequence),
    constraint port_order_transition_order_fk foreign key (order_id) references port_order (id)
);

-- A lock of single numbers, or, with an empty number, of the whole organization.
create table port_out_lock (
    organization_id uuid not null,
    number varchar(16) not null,
    set_at timestamp(6) with time zone not null,
    -- Absent where nobody of the portal's people set it.
    set_by_id uuid,
    set_by_name varchar(100),
    constraint port_out_lock_pk primary key (organization_id, number),
    constraint port_out_lock_organization_fk foreign key (organization_id) references organization (id)
);

-- Served and in service: a number that is not can't leave either.
alter table telephone_number add column active boolean default true not null;

-- Why a PIN can't be used any more, and what its organization was told of its life. All of it is of the PIN that is set now.
alter table port_out_pin add column compromised_at timestamp(6) with time zone;
alter table port_out_pin add column compromised_by_id uuid;
alter table port_out_pin add column compromised_by_name varchar(100);
alter table port_out_pin add column used_at timestamp(6) with time zone;
alter table port_out_pin add column expiry_announced_at timestamp(6) with time zone;
alter table port_out_pin add column expiry_told_at timestamp(6) with time zone;
alter table port_out_pin add column reminded_at timestamp(6) with time zone;

create index port_out_pin_by_set_at on port_out_pin (set_at);

-- When the person last gave their password in this session.
alter table user_session add column authenticated_at timestamp(6) with time zone;
update user_session set authenticated_at = started_at;
alter table user_session alter column authenticated_at set not null;

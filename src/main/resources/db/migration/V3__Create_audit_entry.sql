create table audit_entry (
    id uuid not null,
    at timestamp(6) with time zone not null,
    event varchar(40) not null,
    actor_id uuid,
    actor_name varchar(100),
    organization_id uuid,
    address varchar(64),
    constraint audit_entry_pk primary key (id)
);

create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_organization on audit_entry (organization_id, at);

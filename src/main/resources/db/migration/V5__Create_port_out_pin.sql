create table port_out_pin (
    organization_id uuid not null,
    key_id varchar(20) not null,
    digest varchar(100) not null,
    set_at timestamp(6) with time zone not null,
    set_by_id uuid not null,
    set_by_name varchar(100) not null,
    revision integer not null,
    version integer not null,
    constraint port_out_pin_pk primary key (organization_id),
    constraint port_out_pin_organization_fk foreign key (organization_id) references organization (id)
);

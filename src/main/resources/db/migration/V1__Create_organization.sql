create table organization (
    id uuid not null,
    name varchar(200) not null,
    country varchar(2) not null,
    time_zone varchar(50) not null,
    account_number varchar(25),
    street varchar(200),
    city varchar(100),
    region varchar(50),
    zip varchar(15),
    version integer not null,
    constraint organization_pk primary key (id)
);

create index organization_by_name on organization (name, id);

create table telephone_number (
    number varchar(16) not null,
    organization_id uuid not null,
    constraint telephone_number_pk primary key (number),
    constraint telephone_number_organization_fk foreign key (organization_id) references organization (id)
);

create index telephone_number_by_organization on telephone_number (organization_id);

-- An organization may have several accounts with the provider; the first is the main one.
create table organization_account_number (
    organization_id uuid not null,
    place integer not null,
    number varchar(25) not null,
    constraint organization_account_number_pk primary key (organization_id, place),
    constraint organization_account_number_organization_fk foreign key (organization_id) references organization (id)
);

insert into organization_account_number (organization_id, place, number)
select id, 0, account_number from organization where account_number is not null;

alter table organization drop column account_number;
alter table organization add column changed_by varchar(100);
alter table organization add column changed_at timestamp(6) with time zone;

-- In the order of the pages that show an organization's numbers.
create index telephone_number_in_order on telephone_number (organization_id, number);
drop index telephone_number_by_organization;

-- What or whom an event is about, where that is not who caused it.
alter table audit_entry add column subject_id uuid;
alter table audit_entry add column subject_name varchar(254);

create table password_link (
    user_id uuid not null,
    id uuid not null,
    digest varchar(64) not null,
    expires_at timestamp(6) with time zone not null,
    constraint password_link_pk primary key (user_id),
    constraint password_link_digest_uq unique (digest),
    constraint password_link_user_fk foreign key (user_id) references portal_user (id)
);

create table work (
    id uuid not null,
    kind varchar(40) not null,
    subject_id uuid,
    subject_name varchar(200),
    started_by_id uuid not null,
    started_by_name varchar(100) not null,
    started_at timestamp(6) with time zone not null,
    total integer not null,
    done integer not null,
    lease_until timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    constraint work_pk primary key (id)
);

create index work_by_subject on work (subject_id, started_at);
create index work_by_start on work (started_at);

create table work_item (
    work_id uuid not null,
    place integer not null,
    reference varchar(100) not null,
    outcome varchar(40) not null,
    detail varchar(300),
    constraint work_item_pk primary key (work_id, place),
    constraint work_item_work_fk foreign key (work_id) references work (id)
);

create index work_item_by_outcome on work_item (work_id, outcome, place);

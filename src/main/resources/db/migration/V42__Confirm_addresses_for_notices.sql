-- Addresses that orders name for notices beside the people of their organization: none gets any before its owner has said yes.
create table notice_address (
    id uuid not null,
    organization_id uuid not null,
    -- In lower case.
    address varchar(254) not null,
    state varchar(20) not null,
    -- Of the link in the last e-mail that asked: its id, and the digest of its token.
    link_id uuid,
    digest varchar(64),
    expires_at timestamp(6) with time zone,
    -- How often, and when last, its owner was asked.
    asked integer not null,
    asked_at timestamp(6) with time zone,
    answered_at timestamp(6) with time zone,
    constraint notice_address_pk primary key (id),
    constraint notice_address_uq unique (organization_id, address),
    constraint notice_address_digest_uq unique (digest),
    constraint notice_address_organization_fk foreign key (organization_id) references organization (id)
);

create index notice_address_by_address on notice_address (address, state);
create index notice_address_by_asking on notice_address (organization_id, asked_at);

-- The one-time link for an address that the e-mail was written for, if it was written for one.
alter table notice add column address_link_id uuid;

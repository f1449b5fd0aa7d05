create table document (
    id uuid not null,
    order_id uuid not null,
    organization_id uuid not null,
    kind varchar(10) not null,
    name varchar(100) not null,
    size bigint not null,
    stored_at timestamp(6) with time zone not null,
    stored_by varchar(100) not null,
    signed_name varchar(100),
    signed_at timestamp(6) with time zone,
    signed_address varchar(64),
    digest varchar(64),
    language varchar(10),
    constraint document_pk primary key (id),
    constraint document_kind_uq unique (order_id, kind),
    constraint document_order_fk foreign key (order_id) references port_order (id),
    constraint document_organization_fk foreign key (organization_id) references organization (id)
);

create index document_by_organization on document (organization_id);

-- The content in pieces, so that no more than one of them has to be in memory.
create table document_chunk (
    document_id uuid not null,
    position integer not null,
    content bytea not null,
    constraint document_chunk_pk primary key (document_id, position),
    constraint document_chunk_document_fk foreign key (document_id) references document (id)
);

-- Billing telephone number, which a new carrier is asked for.
alter table organization add column btn varchar(16);

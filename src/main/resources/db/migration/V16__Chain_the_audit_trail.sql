-- What the event alone does not say.
alter table audit_entry add column detail varchar(300);

-- The keyed digest of the entry, written with it; absent on entries from before this version until they are adopted.
alter table audit_entry add column key_id varchar(20);
alter table audit_entry add column digest varchar(64);
alter table audit_entry add column adopted boolean default false not null;

-- The entry's place in the chain, given to it after its commit.
alter table audit_entry add column sequence bigint;
alter table audit_entry add column link_key_id varchar(20);
alter table audit_entry add column link varchar(64);

-- In the order of the chain, and what waits for its place in the order of time. Not unique, so that an entry put in by hand
-- is found and doesn't keep the others from their places.
create index audit_entry_in_chain on audit_entry (sequence, at, id);

-- In the order of the desk's page, whole or filtered.
drop index audit_entry_by_time;
drop index audit_entry_by_organization;
create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_organization on audit_entry (organization_id, at, id);
create index audit_entry_by_event on audit_entry (event, at, id);
create index audit_entry_by_address on audit_entry (address, at, id);

-- One row: where the chain ends, and where it begins after pruning, under a keyed digest of its own.
create table audit_head (
    id integer not null,
    sequence bigint not null,
    link varchar(64) not null,
    since timestamp(6) with time zone,
    adopting boolean not null,
    adopted_count bigint not null,
    pruned_sequence bigint not null,
    pruned_link varchar(64) not null,
    pruned_count bigint not null,
    pruned_before timestamp(6) with time zone,
    pruned_at timestamp(6) with time zone,
    key_id varchar(20),
    digest varchar(64),
    constraint audit_head_pk primary key (id)
);

insert into audit_head (id, sequence, link, adopting, adopted_count, pruned_sequence, pruned_link, pruned_count)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', true, 0,
        0, '0000000000000000000000000000000000000000000000000000000000000000', 0);

-- What a verification found, as far as a report can be read.
create table trail_finding (
    work_id uuid not null,
    place bigint not null,
    kind varchar(40) not null,
    sequence bigint,
    last_sequence bigint,
    entry_id uuid,
    at timestamp(6) with time zone,
    detail varchar(300),
    constraint trail_finding_pk primary key (work_id, place),
    constraint trail_finding_work_fk foreign key (work_id) references work (id) on delete cascade
);

-- The last verification, whoever asked for it.
create index work_by_kind on work (kind, started_at);

-- Where each process writes from time to time, to see whether the database takes changes.
create table database_probe (
    process_id uuid not null,
    written_at timestamp(6) with time zone not null,
    constraint database_probe_pk primary key (process_id)
);

-- Guessing is counted for an organization and one carrier as well; a carrier without credentials is known by its name.
alter table port_out_guess alter column subject set data type varchar(200);
-- What came too early to be compared is no guess, and is counted no more.
alter table port_out_guess alter column tries set default 0;
-- Comparisons whose outcome was lost.
alter table port_out_guess add column unsettled integer default 0 not null;
-- Of a carrier: how many more may be wrong before it is slowed, and when that was found.
alter table port_out_guess add column room integer default 0 not null;
alter table port_out_guess add column measured_at timestamp(6) with time zone;

-- Whether the outcome of a comparison is still to be counted.
alter table port_out_request add column comparing boolean default false not null;

-- What a carrier's tries came to, by organization and hour.
create table port_out_carrier_hour (
    id uuid not null,
    subject varchar(200) not null,
    organization_id uuid not null,
    begins_at timestamp(6) with time zone not null,
    right_count integer not null,
    wrong_count integer not null,
    constraint port_out_carrier_hour_pk primary key (id),
    constraint port_out_carrier_hour_once unique (subject, organization_id, begins_at)
);

create index port_out_carrier_hour_by_time on port_out_carrier_hour (subject, begins_at);
create index port_out_carrier_hour_by_end on port_out_carrier_hour (begins_at);

-- Whether the PIN was warned about when it was saved: never why.
alter table port_out_pin add column guessable boolean default false not null;

-- Numbers of a request that are not ours: how many, and a keyed digest by which the same ones are known again.
alter table port_out_request add column unknown_count integer default 0 not null;
alter table port_out_request add column unknown_digest varchar(64);

-- When the owner of an account was told that tries on it have to wait.
alter table sign_in_throttle add column told_at timestamp(6) with time zone;

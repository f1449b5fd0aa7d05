-- When the carrier that asked, and was not told yet, takes silence for a yes.
alter table port_out_request add column silence_ends_at timestamp(6) with time zone;

create index port_out_request_by_key on port_out_request (idempotency_key);

-- Port-outs as Telnyx knows them, and what it was told of each. What was tried as a PIN is not kept.
create table telnyx_port_out (
    id varchar(64) not null,
    request_id uuid,
    carrier_name varchar(70) not null,
    status varchar(20) not null,
    status_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone not null,
    silence_ends_at timestamp(6) with time zone not null,
    decision varchar(20),
    attempts integer not null,
    -- Absent once there is nothing more to tell.
    next_attempt_at timestamp(6) with time zone,
    failure varchar(100),
    told_at timestamp(6) with time zone,
    warned_at timestamp(6) with time zone,
    constraint telnyx_port_out_pk primary key (id),
    constraint telnyx_port_out_request_fk foreign key (request_id) references port_out_request (id)
);

create index telnyx_port_out_by_attempt on telnyx_port_out (next_attempt_at, id);
create index telnyx_port_out_by_request on telnyx_port_out (request_id);

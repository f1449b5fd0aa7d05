-- What Telnyx says of a port-out after it was answered.
alter table telnyx_port_out add column foc_at timestamp(6) with time zone;
alter table telnyx_port_out add column foc_told_at timestamp(6) with time zone;
-- By the portal's clock, unlike status_at: what was read at Telnyx before that is older.
alter table telnyx_port_out add column seen_at timestamp(6) with time zone;
alter table telnyx_port_out add column looked_at timestamp(6) with time zone;
-- Rejections that Telnyx found invalid: how many, with which codes, and the code of the last one that was sent.
alter table telnyx_port_out add column invalid_rejections integer default 0 not null;
alter table telnyx_port_out add column invalid_codes varchar(200);
alter table telnyx_port_out add column rejection_code integer;
alter table telnyx_port_out add column decide_again boolean default false not null;

update telnyx_port_out set seen_at = received_at, looked_at = received_at;
alter table telnyx_port_out alter column seen_at set not null;
alter table telnyx_port_out alter column looked_at set not null;

create index telnyx_port_out_by_look on telnyx_port_out (status, looked_at, id);

-- Comments on port-outs of which no request is known yet.
create table telnyx_comment (
    id varchar(64) not null,
    port_out_id varchar(64) not null,
    at timestamp(6) with time zone not null,
    words varchar(2000) not null,
    constraint telnyx_comment_pk primary key (id)
);

create index telnyx_comment_by_port_out on telnyx_comment (port_out_id);

-- When its carrier last found the reason of a refusal invalid, and waited anew.
alter table port_out_request add column reopened_at timestamp(6) with time zone;

-- A carrier's comment is of its request, and of the request's order as soon as there is one.
alter table port_order_comment alter column order_id drop not null;
alter table port_order_comment add column request_id uuid;

create index port_order_comment_by_request on port_order_comment (request_id, at);

-- Numbers may still move ten days after the confirmed date: only then is a transfer overdue.
update port_order set due_at = foc_at + interval '10' day where waiting = 'CARRIERS' and foc_at is not null;

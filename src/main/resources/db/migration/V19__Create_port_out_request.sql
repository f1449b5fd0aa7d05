-- Each time that somebody asks whether numbers may leave. What was tried as a PIN is not kept.
create table port_out_request (
    id uuid not null,
    channel varchar(20) not null,
    asker_id uuid,
    asker_name varchar(100) not null,
    received_at timestamp(6) with time zone not null,
    asked_at timestamp(6) with time zone not null,
    times_asked integer not null,
    pon varchar(25),
    subscriber_name varchar(93),
    numbers varchar(400000),
    number_count integer not null,
    organization_id uuid,
    verdict varchar(20) not null,
    refusals varchar(400) not null,
    pin_revision integer,
    decided_at timestamp(6) with time zone,
    decided_by varchar(100),
    answer_by timestamp(6) with time zone,
    order_id uuid,
    idempotency_key varchar(255),
    told boolean not null,
    not_us_at timestamp(6) with time zone,
    not_us_by varchar(100),
    version integer not null,
    constraint port_out_request_pk primary key (id),
    -- None to organization: checking it would wait for verdicts, which hold the organization's row.
    constraint port_out_request_order_fk foreign key (order_id) references port_order (id)
);

create index port_out_request_by_organization on port_out_request (organization_id, received_at desc, id desc);
create index port_out_request_by_time on port_out_request (received_at desc, id desc);
create index port_out_request_by_verdict on port_out_request (verdict, answer_by);
create index port_out_request_by_order on port_out_request (order_id);

-- Which request an identical question repeats, by a keyed digest of the question.
create table port_out_retry (
    digest varchar(64) not null,
    request_id uuid,
    kept_until timestamp(6) with time zone not null,
    constraint port_out_retry_pk primary key (digest)
);

create index port_out_retry_by_end on port_out_retry (kept_until);

-- Wrong PINs in a row, of an organization or of a carrier.
create table port_out_guess (
    subject varchar(80) not null,
    failures integer not null,
    tries integer not null,
    pending integer not null,
    pending_until timestamp(6) with time zone,
    blocked_until timestamp(6) with time zone,
    locked_at timestamp(6) with time zone,
    pin_revision integer not null,
    constraint port_out_guess_pk primary key (subject)
);

alter table port_order add column request_id uuid;

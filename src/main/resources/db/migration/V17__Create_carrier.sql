-- Who may ask whether numbers may leave, over which protocol, and with what secret: of that only a keyed digest is here.
create table carrier (
    id uuid not null,
    name varchar(100) not null,
    -- The name in lower case: two carriers whose names differ in that only are one.
    name_key varchar(100) not null,
    protocol varchar(20) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(100) not null,
    revoked_at timestamp(6) with time zone,
    revoked_by varchar(100),
    constraint carrier_pk primary key (id),
    constraint carrier_name_uq unique (protocol, name_key)
);

create table carrier_secret (
    id uuid not null,
    carrier_id uuid not null,
    username varchar(40) not null,
    key_id varchar(20) not null,
    digest varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(100) not null,
    expires_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone,
    revoked_by varchar(100),
    last_used_at timestamp(6) with time zone,
    constraint carrier_secret_pk primary key (id),
    constraint carrier_secret_username_uq unique (username),
    constraint carrier_secret_carrier_fk foreign key (carrier_id) references carrier (id)
);

create index carrier_secret_by_carrier on carrier_secret (carrier_id, created_at);

-- What was answered to a request of the API that came with an Idempotency-Key, for the hour in which it may be repeated.
create table api_answer (
    -- A keyed digest of the carrier and its key.
    id varchar(64) not null,
    -- A keyed digest: the body holds a PIN.
    body_digest varchar(64) not null,
    begun_at timestamp(6) with time zone not null,
    -- Absent as long as it is being decided.
    request_id uuid,
    verdict varchar(20),
    reasons varchar(500),
    pon varchar(25),
    received_at timestamp(6) with time zone,
    order_pon varchar(40),
    answer_by timestamp(6) with time zone,
    constraint api_answer_pk primary key (id)
);

create index api_answer_by_time on api_answer (begun_at);

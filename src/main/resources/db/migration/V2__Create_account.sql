create table portal_user (
    id uuid not null,
    email varchar(254) not null,
    name varchar(100) not null,
    password varchar(100) not null,
    role varchar(10) not null,
    organization_id uuid,
    language varchar(10),
    time_zone varchar(50),
    active boolean not null,
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint portal_user_pk primary key (id),
    constraint portal_user_email_uq unique (email),
    constraint portal_user_organization_fk foreign key (organization_id) references organization (id),
    -- The porting desk belongs to no organization; everybody else to exactly one.
    constraint portal_user_organization_ck check ((role = 'desk') = (organization_id is null))
);

create index portal_user_by_organization on portal_user (organization_id);

create table user_session (
    digest varchar(64) not null,
    user_id uuid not null,
    started_at timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null,
    constraint user_session_pk primary key (digest),
    constraint user_session_user_fk foreign key (user_id) references portal_user (id)
);

create index user_session_by_user on user_session (user_id);
create index user_session_by_last_seen on user_session (last_seen_at);

create table sign_in_throttle (
    subject varchar(80) not null,
    failures integer not null,
    last_failure_at timestamp(6) with time zone not null,
    blocked_until timestamp(6) with time zone,
    constraint sign_in_throttle_pk primary key (subject)
);

create index sign_in_throttle_by_last_failure on sign_in_throttle (last_failure_at);

create table set_up_link (
    digest varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    constraint set_up_link_pk primary key (digest)
);

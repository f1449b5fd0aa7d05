create table notice (
    id uuid not null,
    recipient varchar(254) not null,
    language varchar(10) not null,
    subject varchar(300) not null,
    body varchar(4000) not null,
    created_at timestamp(6) with time zone not null,
    attempts integer not null,
    next_attempt_at timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone,
    constraint notice_pk primary key (id)
);

create index notice_due on notice (sent_at, next_attempt_at);

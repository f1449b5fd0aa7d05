alter table notice add column order_id uuid;
alter table notice add column failed_at timestamp(6) with time zone;
alter table notice add column failure varchar(100);
alter table notice alter column body set data type varchar(10000);
alter table notice alter column body drop not null;
alter table notice alter column next_attempt_at drop not null;

update notice set next_attempt_at = null where sent_at is not null;

-- A notice that is neither sent nor given up is always due some time.
alter table notice add constraint notice_never_lost
    check (sent_at is not null or failed_at is not null or next_attempt_at is not null);

-- Each moment is null unless the notice stands there: what is due is found without passing what was sent.
drop index notice_due;
create index notice_due on notice (next_attempt_at, id);
create index notice_failed on notice (failed_at desc, id desc);
create index notice_sent on notice (sent_at desc, id desc);
create index notice_of_order on notice (order_id, created_at);

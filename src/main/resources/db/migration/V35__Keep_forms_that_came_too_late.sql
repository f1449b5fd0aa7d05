-- What was typed into a form that was sent after its session had ended, for its person alone. Both columns are encrypted.
create table kept_form (
    id uuid not null,
    user_id uuid not null,
    kept_at timestamp(6) with time zone not null,
    -- Where the form was sent to and which page it stood on.
    origin bytea not null,
    -- Empty once it is no longer kept.
    content bytea,
    constraint kept_form_pk primary key (id),
    constraint kept_form_user_fk foreign key (user_id) references portal_user (id)
);

create index kept_form_by_user on kept_form (user_id, kept_at);
create index kept_form_by_time on kept_form (kept_at);

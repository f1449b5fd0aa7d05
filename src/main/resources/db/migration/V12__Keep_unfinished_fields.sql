-- What was typed into a field of an order and can't be kept in the order itself, since something is wrong with it.
create table unfinished_field (
    order_id uuid not null,
    field varchar(30) not null,
    typed varchar(2000) not null,
    constraint unfinished_field_pk primary key (order_id, field),
    constraint unfinished_field_order_fk foreign key (order_id) references port_order (id) on delete cascade
);

-- What was typed on the page of an order's numbers and could not be taken, for who comes back to correct it.
create table unread_numbers (
    order_id uuid not null,
    typed varchar(20000) not null,
    constraint unread_numbers_pk primary key (order_id),
    constraint unread_numbers_order_fk foreign key (order_id) references port_order (id) on delete cascade
);

-- A field's limit counts characters, of which H2 counts some twice (those outside the basic plane): columns have room for that.
-- Account name and authorized person were limited to what a carrier's interface keeps of them.
alter table port_order alter column name set data type varchar(200);
alter table port_order alter column other_carrier set data type varchar(200);
alter table port_order alter column account_number set data type varchar(50);
alter table port_order alter column account_name set data type varchar(200);
alter table port_order alter column authorized_person set data type varchar(200);
alter table port_order alter column street set data type varchar(400);
alter table port_order alter column city set data type varchar(200);
alter table port_order alter column region set data type varchar(100);
alter table port_order alter column zip set data type varchar(30);
alter table port_order alter column notice_addresses set data type varchar(2000);
alter table port_order_transition alter column note set data type varchar(2000);
alter table port_order_transition alter column desk_note set data type varchar(2000);
alter table port_order_comment alter column words set data type varchar(4000);
alter table document alter column signed_name set data type varchar(200);
alter table document alter column stored_by set data type varchar(200);
alter table notice alter column subject set data type varchar(600);
-- As much as a field of a form can bring.
alter table unfinished_field alter column typed set data type varchar(800000);

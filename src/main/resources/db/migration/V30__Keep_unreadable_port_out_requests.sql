-- What kept a carrier's request from being read, and in which element of its protocol.
alter table port_out_request add column fault varchar(40);
alter table port_out_request add column fault_element varchar(40);

create index port_out_request_by_fault on port_out_request (fault, asker_id, received_at desc);

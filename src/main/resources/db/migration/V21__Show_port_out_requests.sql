-- A carrier that the desk types in is known by its name, which has up to 100 characters.
alter table port_out_guess alter column subject set data type varchar(120);

-- Who of the desk typed it in.
alter table port_out_request add column entered_by varchar(100);

create index port_out_request_by_word on port_out_request (organization_id, verdict, answer_by);

-- The port-out request that an e-mail tells of.
alter table notice add column request_id uuid;
create index notice_of_request on notice (request_id, created_at);

create index port_out_request_by_asker on port_out_request (asker_id, received_at desc);

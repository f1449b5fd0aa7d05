-- Until when a carrier that could not be told may ask again for the numbers that the admins let it have.
alter table port_out_request add column wanted_until timestamp(6) with time zone;

update port_out_request set wanted_until = decided_at + interval '14' day where verdict = 'ALLOWED' and order_id is null;

create index port_out_request_by_want on port_out_request (organization_id, wanted_until);

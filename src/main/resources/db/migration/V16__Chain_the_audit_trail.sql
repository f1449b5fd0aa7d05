-- What the event alone does not say.
alter table audit_entry add column detail varchar(300);

-- Only the mail that was written for a link is ever given it: what people write in others could name one as well.
alter table notice add column password_link_id uuid;

update notice set password_link_id = (select l.id from password_link l join portal_user u on u.id = l.user_id where u.email = notice.recipient)
where body like '%portcullis-password-link:%';

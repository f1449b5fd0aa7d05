-- From where, and with what, a carrier may ask.
alter table carrier add column proof varchar(30) default 'SECRET' not null;
-- Ranges of addresses (CIDR), one a line; empty for everywhere.
alter table carrier add column address_ranges varchar(4000) default '' not null;
-- Counts the changes to these, so that nobody overwrites what they have not seen.
alter table carrier add column revision integer default 0 not null;
-- The last request that a good credential came with, and that was refused all the same.
alter table carrier add column kept_out_at timestamp(6) with time zone;
alter table carrier add column kept_out_from varchar(64);
alter table carrier add column kept_out_for varchar(30);

-- Client certificates by which carriers are known, as long as they are registered.
create table carrier_certificate (
    id uuid not null,
    carrier_id uuid not null,
    protocol varchar(20) not null,
    -- SHA-256 of the certificate, in hex.
    fingerprint varchar(64) not null,
    -- What it says of itself; absent until it is first shown, where only its fingerprint was registered.
    subject varchar(300),
    issuer varchar(300),
    begins_at timestamp(6) with time zone,
    ends_at timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null,
    created_by varchar(100) not null,
    last_used_at timestamp(6) with time zone,
    constraint carrier_certificate_pk primary key (id),
    constraint carrier_certificate_fingerprint_uq unique (protocol, fingerprint),
    constraint carrier_certificate_carrier_fk foreign key (carrier_id) references carrier (id)
);

create index carrier_certificate_by_carrier on carrier_certificate (carrier_id, created_at);

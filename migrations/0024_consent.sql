-- How each person wants to be told of their own matter, what is said, and what the channels made of it.
alter type notices.kind add value 'received';
alter type notices.kind add value 'need_paper';
alter type notices.kind add value 'ready';
-- Handed to a channel, which has not taken it yet.
alter type notices.state add value 'on_its_way' after 'to_tell';

create type notices.way as enum ('zalo', 'sms', 'email', 'call', 'none');
create type notices.chosen_how as enum ('at_desk', 'at_booking', 'by_link', 'by_officer');

-- What somebody chose for one matter: a request, an appointment. Never changed: the newest counts, and the
-- earlier ones show that they agreed.
create table notices.choice (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null references offices.office (id),
  subject_id   uuid not null,
  way          notices.way not null,
  email_sealed bytea,
  how          notices.chosen_how not null,
  -- The officer who asked; null when the person chose without one.
  chosen_by    uuid,
  chosen_at    timestamptz not null,
  -- In the messages: whoever holds it can end them.
  token        text not null,
  -- The office's own address as the person reached it, for that link.
  site         text not null,
  constraint choice_is_noted_by_an_officer foreign key (office_id, chosen_by)
    references identity.officer (office_id, id),
  constraint choice_keeps_an_address_for_email_only check (way = 'email' or email_sealed is null),
  constraint choice_token_is_long check (length(token) >= 16)
);
create index choice_of_subject on notices.choice (office_id, subject_id, id);
create index choice_by_token on notices.choice (office_id, token);
call taicho.tenant_table('notices.choice');
grant insert, update (email_sealed) on notices.choice to taicho_app;

-- Wants no messages at all, whatever was chosen: the phone or e-mail address by its keyed mark.
create table notices.opt_out (
  office_id    uuid not null references offices.office (id),
  address_mark bytea not null,
  since        timestamptz not null,
  primary key (office_id, address_mark)
);
call taicho.tenant_table('notices.opt_out');
grant insert, delete on notices.opt_out to taicho_app;

-- What a kind of message says where the office words it otherwise; never changed, the newest version counts.
create table notices.template (
  office_id uuid not null references offices.office (id),
  kind      notices.kind not null,
  version   smallint not null,
  text      text not null,
  -- SMS goes without marks, 160 signs a part instead of 70.
  plain     boolean not null,
  -- Which approved template of Zalo says the same; null: not over ZNS.
  zns_id    text,
  made_by   uuid not null,
  made_at   timestamptz not null,
  primary key (office_id, kind, version),
  constraint template_is_made_by_an_officer foreign key (office_id, made_by)
    references identity.officer (office_id, id),
  constraint template_has_words check (btrim(text) <> ''),
  constraint template_zns_id_is_a_number check (zns_id ~ '^\d{1,12}$')
);
call taicho.tenant_table('notices.template');
grant insert on notices.template to taicho_app;

alter table notices.message
  add column channel deliveries.channel,
  -- Of which wording; 0: as the house words it.
  add column template_version smallint,
  -- Code with words: why a channel could not bring it.
  add column why text,
  add constraint message_on_its_way_has_a_channel
    check (state::text <> 'on_its_way' or channel is not null);
create index message_with_a_channel on notices.message (office_id, id) where channel is not null;

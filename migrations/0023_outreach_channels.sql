-- Bulletins with pictures, texts of their own for each channel, and the way to every channel by itself.
alter type outreach.kind add value 'changed' after 'moved';
alter type outreach.channel add value 'sms' after 'zalo';
alter type outreach.channel add value 'email' after 'sms';

-- Where and when the service day takes place by this text; null when it tells of none, and of texts
-- that were written before this was kept. Another place or other hours need a correction.
alter table outreach.version
  add column day_place text,
  add column day_hours text,
  -- What was approved stays approved: what goes out points to it.
  add constraint version_is_known_by_its_state unique (office_id, bulletin_id, number, state);

-- A picture as people see it: made anew and small by the house, so that nothing of the camera is left.
create table outreach.picture (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null,
  bulletin_id uuid not null,
  content     bytea not null,
  width       smallint not null,
  height      smallint not null,
  made_by     uuid not null,
  made_at     timestamptz not null,
  unique (office_id, bulletin_id, id),
  constraint picture_is_of_a_bulletin foreign key (office_id, bulletin_id)
    references outreach.bulletin (office_id, id),
  constraint picture_is_brought_by_an_officer foreign key (office_id, made_by)
    references identity.officer (office_id, id),
  constraint picture_is_small check (octet_length(content) between 1 and 1000000)
);
call taicho.tenant_table('outreach.picture');
grant insert on outreach.picture to taicho_app;

-- Which pictures a version shows, and what each says to who cannot see it.
create table outreach.version_picture (
  office_id   uuid not null,
  bulletin_id uuid not null,
  version     smallint not null,
  picture_id  uuid not null,
  position    smallint not null,
  alt_vi      text not null,
  alt_en      text not null default '',
  primary key (bulletin_id, version, picture_id),
  constraint version_picture_is_of_a_version foreign key (office_id, bulletin_id, version)
    references outreach.version (office_id, bulletin_id, number),
  constraint version_picture_shows_a_picture foreign key (office_id, bulletin_id, picture_id)
    references outreach.picture (office_id, bulletin_id, id),
  constraint version_picture_has_a_place_of_its_own unique (bulletin_id, version, position),
  constraint version_pictures_are_few check (position between 1 and 4),
  constraint version_picture_is_said_in_words check (btrim(alt_vi) <> '')
);
call taicho.tenant_table('outreach.version_picture');
grant insert, delete on outreach.version_picture to taicho_app;

-- The words for one channel where an officer chose other ones than the house makes: mostly shorter.
create table outreach.channel_text (
  office_id   uuid not null,
  bulletin_id uuid not null,
  version     smallint not null,
  channel     outreach.channel not null,
  text        text not null,
  primary key (bulletin_id, version, channel),
  constraint channel_text_is_of_a_version foreign key (office_id, bulletin_id, version)
    references outreach.version (office_id, bulletin_id, number),
  constraint channel_text_has_words check (btrim(text) <> '')
);
call taicho.tenant_table('outreach.channel_text');
grant insert, update, delete on outreach.channel_text to taicho_app;

-- What went well, told without anybody's name; the next bulletin of a day tells it once.
create table outreach.story (
  id         uuid primary key default uuidv7(),
  office_id  uuid not null references offices.office (id),
  text_vi    text not null,
  text_en    text not null default '',
  written_by uuid not null,
  written_at timestamptz not null,
  told_in    uuid,
  dropped_at timestamptz,
  constraint story_is_written_by_an_officer foreign key (office_id, written_by)
    references identity.officer (office_id, id),
  constraint story_is_told_in_a_bulletin foreign key (office_id, told_in)
    references outreach.bulletin (office_id, id),
  constraint story_has_words check (btrim(text_vi) <> '')
);
create unique index story_waits_alone on outreach.story (office_id)
  where told_in is null and dropped_at is null;
call taicho.tenant_table('outreach.story');
grant insert on outreach.story to taicho_app;
grant update (told_in, dropped_at) on outreach.story to taicho_app;

-- Whether approved bulletins go to a connected channel by themselves; by hand where there is no row.
create table outreach.channel_choice (
  office_id uuid not null references offices.office (id),
  channel   deliveries.channel not null,
  by_itself boolean not null,
  -- SMS only: sent without marks, which costs less than half.
  plain     boolean not null default false,
  primary key (office_id, channel)
);
call taicho.tenant_table('outreach.channel_choice');
grant insert, update on outreach.channel_choice to taicho_app;

create type outreach.sending_kind as enum ('post', 'edit', 'remove');

-- What was handed to the outbox of a channel. Only of an approved version: its state is part of the key
-- that it points to, so that no mistake in the program can send anything else.
create table outreach.sending (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null,
  bulletin_id  uuid not null,
  version      smallint not null,
  state        outreach.state not null default 'approved',
  channel      deliveries.channel not null,
  kind         outreach.sending_kind not null,
  message_id   uuid,
  broadcast_id uuid,
  -- Null when the house did it by itself.
  asked_by     uuid,
  asked_at     timestamptz not null,
  constraint sending_is_known_in_its_office unique (office_id, id),
  constraint sending_is_of_an_approved_version foreign key (office_id, bulletin_id, version, state)
    references outreach.version (office_id, bulletin_id, number, state),
  constraint sending_state_is_approved check (state = 'approved'),
  constraint sending_is_asked_once unique (bulletin_id, version, channel, kind),
  constraint sending_is_one_message_or_many check (num_nonnulls(message_id, broadcast_id) = 1),
  constraint sending_is_a_message foreign key (office_id, message_id)
    references deliveries.message (office_id, id),
  constraint sending_is_a_broadcast foreign key (office_id, broadcast_id)
    references deliveries.broadcast (office_id, id),
  constraint sending_is_asked_by_an_officer foreign key (office_id, asked_by)
    references identity.officer (office_id, id)
);
create index sending_of_message on outreach.sending (message_id) where message_id is not null;
call taicho.tenant_table('outreach.sending');
grant insert on outreach.sending to taicho_app;

-- A publication is proved by a link, a note, a photo, or by the channel that took it from the outbox.
alter table outreach.publication
  alter column published_by drop not null,
  add column state outreach.state not null default 'approved',
  add column photo bytea,
  add column sending_id uuid,
  drop constraint publication_has_a_proof,
  add constraint publication_has_a_proof check (num_nonnulls(link, note, photo, sending_id) > 0),
  add constraint publication_is_by_somebody_or_sent check (num_nonnulls(published_by, sending_id) = 1),
  add constraint publication_state_is_approved check (state = 'approved'),
  add constraint publication_is_of_an_approved_version
    foreign key (office_id, bulletin_id, version, state)
    references outreach.version (office_id, bulletin_id, number, state),
  add constraint publication_was_sent foreign key (office_id, sending_id)
    references outreach.sending (office_id, id),
  add constraint publication_is_made_once_a_sending unique (sending_id),
  add constraint publication_photo_is_small check (octet_length(photo) between 1 and 1000000);

-- Who asked to get the bulletins, and said so from the very phone or mailbox, or at the desk. Who has had
-- enough is deleted.
create table outreach.subscription (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null references offices.office (id),
  channel      deliveries.channel not null,
  to_sealed    bytea not null,
  to_mark      bytea not null,
  -- Of the link by which it is confirmed. Null once it was used, and when it was confirmed at the desk.
  confirm_mark bytea,
  asked_at     timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  constraint subscription_channel_has_addresses check (channel in ('sms', 'email')),
  constraint subscription_is_confirmed_by_an_officer foreign key (office_id, confirmed_by)
    references identity.officer (office_id, id),
  constraint subscription_confirmation_is_unique unique (confirm_mark),
  constraint subscription_is_one_an_address unique (office_id, channel, to_mark)
);
call taicho.tenant_table('outreach.subscription');
grant insert, delete on outreach.subscription to taicho_app;
grant update (confirm_mark, asked_at, confirmed_at, confirmed_by)
  on outreach.subscription to taicho_app;

-- An IP loudspeaker system that takes what is to be aired from us.
create table outreach.speaker_system (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null references offices.office (id),
  name        text not null,
  address     text not null,
  key_sealed  bytea not null,
  made_by     uuid not null,
  made_at     timestamptz not null,
  closed_at   timestamptz,
  unique (office_id, id),
  constraint speaker_system_has_a_name check (btrim(name) <> ''),
  constraint speaker_system_has_an_address check (address ~ '^https?://'),
  constraint speaker_system_is_made_by_an_officer foreign key (office_id, made_by)
    references identity.officer (office_id, id)
);
call taicho.tenant_table('outreach.speaker_system');
grant insert on outreach.speaker_system to taicho_app;
grant update (closed_at) on outreach.speaker_system to taicho_app;

create type outreach.push_state as enum ('waiting', 'taken', 'held');

-- One approved version for one system. Putting the same twice changes nothing there, so that it may be
-- tried again whenever no answer came.
create table outreach.speaker_push (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null,
  bulletin_id uuid not null,
  version     smallint not null,
  approved    outreach.state not null default 'approved',
  system_id   uuid not null,
  kind        outreach.sending_kind not null,
  state       outreach.push_state not null default 'waiting',
  tries       smallint not null default 0,
  next_at     timestamptz not null,
  -- Code of what went wrong last, with words.
  why         text,
  taken_at    timestamptz,
  constraint speaker_push_is_of_an_approved_version
    foreign key (office_id, bulletin_id, version, approved)
    references outreach.version (office_id, bulletin_id, number, state),
  constraint speaker_push_state_is_approved check (approved = 'approved'),
  constraint speaker_push_is_for_a_system foreign key (office_id, system_id)
    references outreach.speaker_system (office_id, id),
  constraint speaker_push_is_asked_once unique (bulletin_id, version, system_id, kind),
  constraint speaker_push_held_says_why check (state <> 'held' or why is not null)
);
create index speaker_push_due on outreach.speaker_push (office_id, next_at) where state = 'waiting';
call taicho.tenant_table('outreach.speaker_push');
grant insert on outreach.speaker_push to taicho_app;
grant update (state, tries, next_at, why, taken_at) on outreach.speaker_push to taicho_app;

-- An officer who was sent to a channel to let us in, and is to come back with its answer.
create table outreach.connecting (
  office_id      uuid not null,
  officer_id     uuid not null,
  channel        deliveries.channel not null,
  state_mark     bytea not null,
  -- What was typed, and the secret half of PKCE (RFC 7636).
  typed_sealed   bytea not null,
  begun_at       timestamptz not null,
  primary key (office_id, officer_id, channel),
  constraint connecting_is_by_an_officer foreign key (office_id, officer_id)
    references identity.officer (office_id, id)
);
call taicho.tenant_table('outreach.connecting');
grant insert, update, delete on outreach.connecting to taicho_app;

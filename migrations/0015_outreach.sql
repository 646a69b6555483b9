-- What people are told: one bulletin, its versions and who approved them, the loudspeaker, the channels.
create schema outreach;
grant usage on schema outreach to taicho_app;

-- What a text is for: the coming day, a moved or cancelled one, or the office's own news.
create type outreach.kind as enum ('weekly', 'moved', 'cancelled', 'own');
-- Thông thường, ưu tiên, khẩn cấp: Thông tư 39/2020/TT-BTTTT.
create type outreach.priority as enum ('normal', 'priority', 'urgent');
create type outreach.state as enum ('draft', 'waiting', 'approved', 'returned');
create type outreach.channel as enum ('website', 'facebook', 'zalo', 'hamlet_heads', 'poster');
create type outreach.voice as enum ('north', 'central', 'south');

create table outreach.bulletin (
  id              uuid primary key default uuidv7(),
  office_id       uuid not null references offices.office (id),
  -- Of the form that wrote it, so that a second press writes no second bulletin.
  client_key      uuid not null,
  -- The day that it tells of, null for other news.
  service_day_id  uuid,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid,
  withdraw_reason text,

  unique (office_id, id),
  constraint bulletin_is_written_once unique (office_id, client_key),
  constraint bulletin_is_one_a_service_day unique (service_day_id),
  constraint bulletin_tells_of_a_service_day foreign key (office_id, service_day_id)
    references service_days.service_day (office_id, id),
  constraint bulletin_is_withdrawn_by_an_officer foreign key (office_id, withdrawn_by)
    references identity.officer (office_id, id),
  constraint bulletin_says_why_it_was_withdrawn check (
    (withdrawn_at is null) = (withdraw_reason is null))
);
call taicho.tenant_table('outreach.bulletin');
grant insert on outreach.bulletin to taicho_app;
grant update (withdrawn_at, withdrawn_by, withdraw_reason) on outreach.bulletin to taicho_app;

-- The words are never changed: another wording is another version. Only what was decided is added.
create table outreach.version (
  office_id     uuid not null,
  bulletin_id   uuid not null,
  number        smallint not null,
  kind          outreach.kind not null,
  priority      outreach.priority not null,
  -- When the service day takes place by this text, null when it tells of none.
  day_date      date,
  title_vi      text not null,
  body_vi       text not null,
  title_en      text not null default '',
  body_en       text not null default '',
  -- Read over the loudspeaker instead of title and body.
  script        text,
  air_from      date not null,
  air_to        date not null,
  air_times     time[] not null,
  repeats       smallint not null,
  -- Null when the house drafted it by itself.
  written_by    uuid,
  written_at    timestamptz not null,
  state         outreach.state not null default 'draft',
  submitted_at  timestamptz,
  submitted_by  uuid,
  decided_at    timestamptz,
  decided_by    uuid,
  return_reason text,

  primary key (bulletin_id, number),
  unique (office_id, bulletin_id, number),
  constraint version_is_of_a_bulletin foreign key (office_id, bulletin_id)
    references outreach.bulletin (office_id, id),
  constraint version_is_written_by_an_officer foreign key (office_id, written_by)
    references identity.officer (office_id, id),
  constraint version_is_submitted_by_an_officer foreign key (office_id, submitted_by)
    references identity.officer (office_id, id),
  constraint version_is_decided_by_an_officer foreign key (office_id, decided_by)
    references identity.officer (office_id, id),
  constraint version_has_words check (btrim(title_vi) <> '' and btrim(body_vi) <> ''),
  constraint version_is_english_whole_or_not check ((btrim(title_en) = '') = (btrim(body_en) = '')),
  constraint version_is_aired_forward check (air_from <= air_to),
  constraint version_is_aired_at_most_a_month check (air_to - air_from <= 31),
  constraint version_is_repeated_sensibly check (repeats between 1 and 5),
  constraint version_is_aired_at_few_times check (cardinality(air_times) <= 6),
  constraint version_is_submitted_before_it_is_decided check (
    (state = 'draft') = (submitted_at is null)
    and (state in ('approved', 'returned')) = (decided_at is not null)),
  -- Who wrote it does not approve it.
  constraint version_is_approved_by_another check (decided_by <> written_by),
  constraint version_says_why_it_was_returned check (
    (state = 'returned') = (return_reason is not null))
);
create index version_waiting on outreach.version (office_id) where state = 'waiting';
call taicho.tenant_table('outreach.version');
grant insert on outreach.version to taicho_app;
grant update (state, submitted_at, submitted_by, decided_at, decided_by, return_reason)
  on outreach.version to taicho_app;

-- The office's own wording of drafts; before the first one, those that ship hold (default-templates.ts).
create table outreach.template (
  office_id  uuid not null references offices.office (id),
  kind       outreach.kind not null,
  number     smallint not null,
  title_vi   text not null,
  body_vi    text not null,
  title_en   text not null,
  body_en    text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (office_id, kind, number),
  constraint template_is_written_by_an_officer foreign key (office_id, written_by)
    references identity.officer (office_id, id),
  constraint template_has_words check (btrim(title_vi) <> '' and btrim(body_vi) <> '')
);
call taicho.tenant_table('outreach.template');
grant insert on outreach.template to taicho_app;

-- What the office decides once; no row where all is as usual (setting.ts).
create table outreach.setting (
  office_id        uuid primary key references offices.office (id),
  voice            outreach.voice not null,
  air_times        time[] not null,
  repeats          smallint not null,
  words_per_minute smallint not null,
  -- Besides the office's own phone: of the police, the clinic. Digits only.
  public_phones    text[] not null,
  constraint setting_airs_at_few_times check (cardinality(air_times) <= 6),
  constraint setting_repeats_sensibly check (repeats between 1 and 5),
  constraint setting_speed_is_human check (words_per_minute between 80 and 220)
);
call taicho.tenant_table('outreach.setting');
grant insert, update on outreach.setting to taicho_app;

-- How this office says what it writes short; beside those that ship (spoken/abbreviations.ts).
create table outreach.abbreviation (
  office_id uuid not null references offices.office (id),
  written   text not null,
  spoken    text not null,
  primary key (office_id, written),
  constraint abbreviation_is_one_word check (written ~ '^\S{1,20}$'),
  constraint abbreviation_is_said_without_digits check (btrim(spoken) <> '' and spoken !~ '[0-9]')
);
call taicho.tenant_table('outreach.abbreviation');
grant insert, update, delete on outreach.abbreviation to taicho_app;

-- A recording of the office's own, aired instead of the machine's voice. Of one version: other words
-- need another recording.
create table outreach.recording (
  office_id   uuid not null,
  bulletin_id uuid not null,
  version     smallint not null,
  content     bytea not null,
  media_type  text not null,
  made_by     uuid not null,
  made_at     timestamptz not null,
  primary key (bulletin_id, version),
  constraint recording_is_of_a_version foreign key (office_id, bulletin_id, version)
    references outreach.version (office_id, bulletin_id, number),
  constraint recording_is_made_by_an_officer foreign key (office_id, made_by)
    references identity.officer (office_id, id),
  constraint recording_is_sound check (media_type in ('audio/mpeg', 'audio/wav')),
  constraint recording_is_not_too_large check (octet_length(content) between 1 and 12000000)
);
call taicho.tenant_table('outreach.recording');
grant insert, update, delete on outreach.recording to taicho_app;

-- Aired when, by whom, over which hamlet's cluster, or why not.
create table outreach.airing (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null,
  client_key  uuid not null,
  bulletin_id uuid not null,
  version     smallint not null,
  -- Null for the whole commune; the name as it was then stays when the hamlet is gone.
  hamlet_id   uuid,
  hamlet_name text,
  aired       boolean not null,
  -- When it was aired, or when it should have been.
  at          timestamptz not null,
  reason      text,
  logged_by   uuid not null,
  logged_at   timestamptz not null,

  constraint airing_is_of_a_version foreign key (office_id, bulletin_id, version)
    references outreach.version (office_id, bulletin_id, number),
  constraint airing_is_over_a_hamlet foreign key (office_id, hamlet_id)
    references offices.hamlet (office_id, id) on delete set null (hamlet_id),
  constraint airing_is_logged_by_an_officer foreign key (office_id, logged_by)
    references identity.officer (office_id, id),
  constraint airing_is_logged_once unique nulls not distinct (office_id, client_key, hamlet_name),
  constraint airing_says_why_not check (aired or btrim(reason) <> '')
);
create index airing_of_bulletin on outreach.airing (bulletin_id, at);
call taicho.tenant_table('outreach.airing');
grant insert on outreach.airing to taicho_app;

-- Put on a channel by hand, with a link or a note as proof. The newest row of a channel counts.
create table outreach.publication (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null,
  bulletin_id  uuid not null,
  version      smallint not null,
  channel      outreach.channel not null,
  link         text,
  note         text,
  published_by uuid not null,
  published_at timestamptz not null,

  constraint publication_is_of_a_version foreign key (office_id, bulletin_id, version)
    references outreach.version (office_id, bulletin_id, number),
  constraint publication_is_made_by_an_officer foreign key (office_id, published_by)
    references identity.officer (office_id, id),
  constraint publication_has_a_proof check (num_nonnulls(link, note) > 0),
  constraint publication_link_is_an_address check (link ~ '^https?://')
);
create index publication_of_bulletin on outreach.publication (bulletin_id, channel, published_at);
call taicho.tenant_table('outreach.publication');
grant insert on outreach.publication to taicho_app;

-- A loudspeaker system that fetches what is to be aired. The token itself is shown once and kept nowhere.
create table outreach.speaker_feed (
  id            uuid primary key default uuidv7(),
  office_id     uuid not null references offices.office (id),
  name          text not null,
  token_mark    bytea not null,
  made_by       uuid not null,
  made_at       timestamptz not null,
  closed_at     timestamptz,
  last_asked_at timestamptz,
  constraint speaker_feed_has_a_name check (btrim(name) <> ''),
  constraint speaker_feed_token_is_unique unique (token_mark),
  constraint speaker_feed_is_made_by_an_officer foreign key (office_id, made_by)
    references identity.officer (office_id, id)
);
call taicho.tenant_table('outreach.speaker_feed');
grant insert on outreach.speaker_feed to taicho_app;
grant update (closed_at, last_asked_at) on outreach.speaker_feed to taicho_app;

-- Signing PDFs: whose keys, under which settings, and each file on its way through the signatures.
create schema signing;
grant usage on schema signing to taicho_app;

-- Where a key lies: in a file, in a token, at a remote service, behind a program on the official's PC.
create type signing.key_kind as enum ('pkcs12', 'pkcs11', 'csc', 'agent');
create type signing.step as enum ('official', 'seal', 'evidence');
create type signing.state as enum (
  'waiting_official', 'official_pending', 'waiting_seal', 'seal_pending', 'waiting_time',
  'sealed', 'cancelled');
-- ETSI EN 319 142-1: what a signature brings along to be believed later.
create type signing.level as enum ('B-B', 'B-T', 'B-LT', 'B-LTA');

-- What the office decides once; no row where nothing was decided.
create table signing.setting (
  office_id uuid primary key references offices.office (id),
  -- RFC 3161; null where the office has no such service.
  time_url  text,
  -- Whether the issuers are asked, and their answers put into the file.
  evidence  boolean not null,
  -- So many days before a certificate runs out it is said.
  warn_days smallint not null,
  constraint setting_time_is_an_address check (time_url ~ '^https?://[^[:space:]]+$'),
  constraint setting_evidence_needs_time check (not evidence or time_url is not null),
  constraint setting_warns_in_time check (warn_days between 1 and 365)
);
call taicho.tenant_table('signing.setting');
grant insert, update on signing.setting to taicho_app;

-- Whom the office trusts: chains of signers and of the time service must lead to one of these.
create table signing.root (
  office_id   uuid not null references offices.office (id),
  -- SHA-256 of the certificate.
  fingerprint bytea not null,
  certificate bytea not null,
  added_by    uuid,
  added_at    timestamptz not null,
  primary key (office_id, fingerprint),
  constraint root_is_added_by_an_officer foreign key (office_id, added_by)
    references identity.officer (office_id, id)
);
call taicho.tenant_table('signing.root');
grant insert, delete on signing.root to taicho_app;

create table signing.key (
  id                uuid primary key default uuidv7(),
  office_id         uuid not null references offices.office (id),
  -- Whose it is; null for the seal of the office.
  holder_id         uuid,
  kind              signing.key_kind not null,
  -- DER. Only this certificate signs with this key: another one is somebody else's.
  certificate       bytea not null,
  above             bytea[] not null,
  -- How the key is reached, sealed: a file, a token's name, an account. Never a password, PIN or code.
  access            bytea not null,
  holder_name       text not null,
  holder_title      text not null,
  -- The document by which the holder may sign, for those who sign by delegation.
  delegation_number text,
  delegation_date   date,
  valid_from        date not null,
  valid_to          date,
  added_by          uuid,
  added_at          timestamptz not null,
  removed_by        uuid,
  removed_at        timestamptz,

  unique (office_id, id),
  constraint key_is_of_an_officer foreign key (office_id, holder_id)
    references identity.officer (office_id, id),
  constraint key_is_added_by_an_officer foreign key (office_id, added_by)
    references identity.officer (office_id, id),
  constraint key_is_removed_by_an_officer foreign key (office_id, removed_by)
    references identity.officer (office_id, id),
  constraint key_names_its_holder check (btrim(holder_name) <> '' and btrim(holder_title) <> ''),
  constraint key_delegation_is_whole check ((delegation_number is null) = (delegation_date is null)),
  constraint key_is_valid_forward check (valid_from <= valid_to)
);
create unique index key_is_one_a_holder on signing.key (office_id, holder_id) nulls not distinct
  where removed_at is null;
call taicho.tenant_table('signing.key');
grant insert on signing.key to taicho_app;
grant update (removed_by, removed_at) on signing.key to taicho_app;

create table signing.job (
  id               uuid primary key default uuidv7(),
  office_id        uuid not null references offices.office (id),
  -- Of what is to be signed, so that it is signed once however often it is asked for.
  client_key       text not null,
  holder_id        uuid not null,
  label            text not null,
  reason           text not null,
  place            text not null,
  state            signing.state not null default 'waiting_official',
  step             signing.step not null default 'official',
  -- SHA-256 of the file as far as it got.
  file_hash        bytea not null,

  -- Between the hash and the signature: the file with room for it, and what the key signs.
  prepared_hash    bytea,
  range_from       integer,
  range_to         integer,
  attributes       bytea,
  prepared_key_id  uuid,
  -- Came and was checked, but waits for its time before it goes into the file.
  signature        bytea,
  pressed_by       uuid,
  -- Of the time service, so that its standing can be put into the file too.
  time_chain       bytea[] not null default '{}',
  -- Under what the remote service knows the request, and until when it may be approved.
  ref              text,
  ref_expires_at   timestamptz,
  -- Who is asking the key just now; over when the asking process died.
  asking_id        uuid,
  asking_until     timestamptz,

  trouble          text,
  tries            smallint not null default 0,
  next_try_at      timestamptz,
  level            signing.level,
  requested_by     uuid,
  requested_at     timestamptz not null,
  sealed_at        timestamptz,
  cancelled_by     uuid,
  cancelled_at     timestamptz,
  cancel_reason    text,

  unique (office_id, id),
  constraint job_is_asked_for_once unique (office_id, client_key),
  constraint job_is_for_an_officer foreign key (office_id, holder_id)
    references identity.officer (office_id, id),
  constraint job_is_prepared_for_a_key foreign key (office_id, prepared_key_id)
    references signing.key (office_id, id),
  constraint job_is_requested_by_an_officer foreign key (office_id, requested_by)
    references identity.officer (office_id, id),
  constraint job_is_cancelled_by_an_officer foreign key (office_id, cancelled_by)
    references identity.officer (office_id, id),
  constraint job_has_a_label check (btrim(label) <> ''),
  constraint job_is_prepared_whole check (
    num_nonnulls(prepared_hash, range_from, range_to, attributes, prepared_key_id) in (0, 5)),
  constraint job_signature_is_of_what_was_prepared check (
    signature is null or prepared_hash is not null),
  constraint job_is_sealed_whole check (
    (state = 'sealed') = (sealed_at is not null) and (state = 'sealed') = (level is not null)),
  constraint job_says_why_it_was_cancelled check (
    (state = 'cancelled') = (cancelled_at is not null)
    and (state = 'cancelled') = (cancel_reason is not null))
);
create index job_under_way on signing.job (office_id, state)
  where state not in ('sealed', 'cancelled');
call taicho.tenant_table('signing.job');
grant insert, update on signing.job to taicho_app;

-- Each step of a job is signed once.
create table signing.signature (
  office_id  uuid not null,
  job_id     uuid not null,
  step       signing.step not null,
  key_id     uuid not null,
  -- Who pressed the button; null when a person's program brought the signed file.
  pressed_by uuid,
  signed_at  timestamptz not null,
  constraint signature_is_made_once primary key (job_id, step),
  constraint signature_is_of_a_job foreign key (office_id, job_id)
    references signing.job (office_id, id),
  constraint signature_is_by_a_key foreign key (office_id, key_id)
    references signing.key (office_id, id),
  constraint signature_is_by_a_person check (step <> 'evidence')
);
call taicho.tenant_table('signing.signature');
grant insert on signing.signature to taicho_app;

-- A program on the official's PC fetches the file once and brings it back signed once. The tokens
-- themselves are kept nowhere.
create table signing.agent_errand (
  id            uuid primary key default uuidv7(),
  office_id     uuid not null,
  job_id        uuid not null,
  step          signing.step not null,
  key_id        uuid not null,
  fetch_mark    bytea not null,
  bring_mark    bytea not null,
  opened_by     uuid,
  opened_at     timestamptz not null,
  expires_at    timestamptz not null,
  fetched_at    timestamptz,
  brought_at    timestamptz,
  constraint agent_errand_is_for_a_job foreign key (office_id, job_id)
    references signing.job (office_id, id),
  constraint agent_errand_is_by_a_key foreign key (office_id, key_id)
    references signing.key (office_id, id),
  constraint agent_errand_fetches_by_its_own_token unique (fetch_mark),
  constraint agent_errand_brings_by_its_own_token unique (bring_mark),
  constraint agent_errand_is_fetched_first check (brought_at is null or fetched_at is not null)
);
call taicho.tenant_table('signing.agent_errand');
grant insert on signing.agent_errand to taicho_app;
grant update (fetched_at, brought_at) on signing.agent_errand to taicho_app;

-- Whether signing would work now, as it was last looked at.
create table signing.readiness (
  office_id  uuid primary key references offices.office (id),
  checked_at timestamptz not null,
  found      jsonb not null
);
call taicho.tenant_table('signing.readiness');
grant insert, update on signing.readiness to taicho_app;

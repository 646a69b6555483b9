-- Papers of a request as pictures and PDFs: what arrived, what was made of it, until when it is kept.
-- The files themselves lie in the storage, sealed; here are their marks.
create schema papers;
grant usage on schema papers to taicho_app;

-- For how many days files are kept after the authority received the dossier; no row: as usual (keeping.ts).
create table papers.keeping (
  office_id uuid primary key references offices.office (id),
  days      smallint not null,
  constraint keeping_is_sensible check (days between 1 and 3650)
);
call taicho.tenant_table('papers.keeping');
grant insert, update on papers.keeping to taicho_app;

-- A file in the storage, there once however many pages show it.
create table papers.file (
  office_id  uuid not null references offices.office (id),
  -- SHA-256 of the file as it arrived or was made, before it was sealed.
  hash       bytea not null,
  bytes      int not null,
  media_type text not null,
  stored_at  timestamptz not null,
  primary key (office_id, hash),
  constraint file_hash_is_sha256 check (length(hash) = 32),
  constraint file_is_of_a_kept_kind check (
    media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/heic'))
);
call taicho.tenant_table('papers.file');
grant insert, update, delete on papers.file to taicho_app;

create table papers.paper (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null references offices.office (id),
  request_id  uuid not null,
  -- Whose paper it is: offered again in the same person's next request.
  subject_id  uuid not null,
  -- Which paper of the request's list, null for one that is not on it.
  listed_as   text,
  name        text not null,
  created_at  timestamptz not null,
  -- An officer held it beside the original.
  verified_at timestamptz,
  verified_by uuid,
  -- The paper of an earlier request that it was taken over from.
  reused_from uuid,
  erased_at   timestamptz,

  unique (office_id, id),
  constraint paper_is_of_a_request foreign key (office_id, request_id)
    references requests.request (office_id, id),
  constraint paper_is_of_a_person foreign key (office_id, subject_id)
    references requests.person (office_id, id),
  constraint paper_is_verified_by_an_officer foreign key (office_id, verified_by)
    references identity.officer (office_id, id),
  constraint paper_is_reused_from_a_paper foreign key (office_id, reused_from)
    references papers.paper (office_id, id),
  constraint paper_is_reused_once unique (request_id, reused_from),
  constraint paper_has_a_name check (btrim(name) <> ''),
  constraint paper_verified_says_by_whom check ((verified_at is null) = (verified_by is null))
);
-- A paper of the list is one paper, of as many pages as it takes.
create unique index paper_is_one_of_its_place
  on papers.paper (request_id, listed_as) where listed_as is not null and erased_at is null;
create index paper_of_a_person on papers.paper (office_id, subject_id) where erased_at is null;
create index paper_of_a_request on papers.paper (office_id, request_id);
call taicho.tenant_table('papers.paper');
grant insert, update, delete on papers.paper to taicho_app;

-- One file that arrived: a photographed page, or a PDF of several.
create table papers.page (
  id            uuid primary key default uuidv7(),
  office_id     uuid not null,
  paper_id      uuid not null,
  position      smallint not null,
  -- Made by whoever sends: the same file sent twice is one page.
  client_key    text not null,
  -- The file untouched.
  original_hash bytea,
  original_type text not null,
  -- How many pages a PDF has; 1 for a picture.
  sheets        smallint not null,
  width         int,
  height        int,
  -- The straightened picture, null for a PDF.
  made_hash     bytea,
  -- Four corners of the page in the original, as fractions of it: top left, then clockwise.
  corners       jsonb,
  -- What was done to the picture, in order.
  steps         jsonb not null default '[]',
  -- What the eye of the house does not like: blurred, dark, cut_off, page_not_found.
  troubles      text[] not null default '{}',
  came_by       text not null,
  arrived_at    timestamptz not null,
  arrived_by    uuid not null,
  erased_at     timestamptz,

  unique (office_id, id),
  constraint page_arrives_once unique (office_id, client_key),
  constraint page_is_of_a_paper foreign key (office_id, paper_id)
    references papers.paper (office_id, id),
  constraint page_shows_its_original foreign key (office_id, original_hash)
    references papers.file (office_id, hash),
  constraint page_shows_what_was_made foreign key (office_id, made_hash)
    references papers.file (office_id, hash),
  constraint page_arrives_by_an_officer foreign key (office_id, arrived_by)
    references identity.officer (office_id, id),
  constraint page_came_by_a_known_way check (came_by in ('desk', 'phone', 'reused')),
  constraint page_is_there_or_erased check (
    (erased_at is null) = (original_hash is not null) and (erased_at is null or made_hash is null))
);
create index page_of_a_paper on papers.page (paper_id, position);
create index page_by_original on papers.page (office_id, original_hash);
create index page_by_made on papers.page (office_id, made_hash);
call taicho.tenant_table('papers.page');
grant insert, update, delete on papers.page to taicho_app;

-- A file on its way in: after a broken line the rest is sent.
create table papers.upload (
  office_id  uuid not null references offices.office (id),
  client_key text not null,
  request_id uuid not null,
  total      int not null,
  received   int not null default 0,
  begun_at   timestamptz not null,
  primary key (office_id, client_key),
  constraint upload_is_for_a_request foreign key (office_id, request_id)
    references requests.request (office_id, id),
  constraint upload_receives_no_more_than_it_has check (received between 0 and total)
);
call taicho.tenant_table('papers.upload');
grant insert, update, delete on papers.upload to taicho_app;

create table papers.upload_part (
  office_id  uuid not null,
  client_key text not null,
  from_byte  int not null,
  -- Sealed, as the whole file will be.
  content    bytea not null,
  primary key (office_id, client_key, from_byte),
  constraint part_is_of_an_upload foreign key (office_id, client_key)
    references papers.upload (office_id, client_key) on delete cascade
);
call taicho.tenant_table('papers.upload_part');
grant insert, delete on papers.upload_part to taicho_app;

-- Opens the camera page for one request, without a sign-in, for a short while.
create table papers.capture (
  token_mark bytea primary key,
  office_id  uuid not null references offices.office (id),
  request_id uuid not null,
  opened_by  uuid not null,
  opened_at  timestamptz not null,
  ends_at    timestamptz not null,
  constraint capture_is_for_a_request foreign key (office_id, request_id)
    references requests.request (office_id, id),
  constraint capture_is_opened_by_an_officer foreign key (office_id, opened_by)
    references identity.officer (office_id, id)
);
call taicho.tenant_table('papers.capture');
grant insert, update, delete on papers.capture to taicho_app;

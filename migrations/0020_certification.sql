-- Certified copies: asked for, compared, numbered in the office's book, signed, delivered.
create schema certification;
grant usage on schema certification to taicho_app;

create type certification.medium as enum ('electronic', 'paper');
create type certification.state as enum
  ('asked', 'compared', 'returned', 'approved', 'issued', 'annulled', 'revoked');
create type certification.need as enum ('needed', 'not_needed', 'unknown');
-- Into the person's own store on the national portal, by e-mail, as a file, or on paper.
create type certification.delivery as enum ('citizen_store', 'email', 'file', 'paper');
create type certification.payment as enum ('cash', 'transfer');
create type certification.correction_kind as enum ('corrected', 'annulled', 'revoked');

-- What the office decides once, no row where all is as usual (setting.ts).
create table certification.setting (
  office_id         uuid primary key references offices.office (id),
  -- How the books are called: SCT/BS on paper, SCTĐT/BS electronic.
  symbol_paper      text not null,
  symbol_electronic text not null,
  -- In the statement, null: "Ủy ban nhân dân" and the commune.
  agency_name       text,
  constraint setting_symbols_are_two check (symbol_paper <> symbol_electronic),
  constraint setting_symbols_have_no_space check (
    symbol_paper ~ '^\S{1,20}$' and symbol_electronic ~ '^\S{1,20}$'),
  constraint setting_agency_has_a_name check (btrim(agency_name) <> '')
);
call taicho.tenant_table('certification.setting');
grant insert, update on certification.setting to taicho_app;

-- What a copy costs from a day on. Before the first row, what ships holds (tariff.ts).
create table certification.tariff (
  office_id        uuid not null references offices.office (id),
  valid_from       date not null,
  -- So many pages of the original at first_page_vnd each, the others at further_page_vnd.
  first_pages      smallint not null,
  first_page_vnd   int not null,
  further_page_vnd int not null,
  most_vnd         int not null,
  -- The paper that says so.
  source           text not null,
  set_by           uuid not null,
  set_at           timestamptz not null,
  primary key (office_id, valid_from),
  constraint tariff_is_set_by_an_officer foreign key (office_id, set_by)
    references identity.officer (office_id, id),
  constraint tariff_is_not_negative check (
    first_pages >= 0 and first_page_vnd >= 0 and further_page_vnd >= 0 and most_vnd >= 0),
  constraint tariff_has_a_source check (btrim(source) <> '')
);
call taicho.tenant_table('certification.tariff');
grant insert on certification.tariff to taicho_app;

-- Where the office knows better than the catalogue whether a certified copy is asked for.
create table certification.need_rule (
  office_id      uuid not null references offices.office (id),
  procedure_code text not null references catalogue.procedure (code),
  -- A paper of its list, empty for all of them.
  listed_as      text not null default '',
  answer         certification.need not null,
  -- The page or paper that says so.
  source         text not null,
  set_by         uuid not null,
  set_at         timestamptz not null,
  primary key (office_id, procedure_code, listed_as),
  constraint need_rule_is_set_by_an_officer foreign key (office_id, set_by)
    references identity.officer (office_id, id),
  constraint need_rule_has_a_source check (btrim(source) <> '')
);
call taicho.tenant_table('certification.need_rule');
grant insert, update, delete on certification.need_rule to taicho_app;

-- The office's wording of the certifying statement. Before the first one, the sample holds.
create table certification.template (
  office_id  uuid not null references offices.office (id),
  medium     certification.medium not null,
  number     smallint not null,
  body       text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (office_id, medium, number),
  constraint template_is_written_by_an_officer foreign key (office_id, written_by)
    references identity.officer (office_id, id),
  constraint template_has_words check (btrim(body) <> '')
);
call taicho.tenant_table('certification.template');
grant insert on certification.template to taicho_app;

-- A book of one year and one medium. The counter is raised by one statement, in the transaction that
-- writes the entry, so a number that was not written was not given.
create table certification.book (
  id              uuid primary key default uuidv7(),
  office_id       uuid not null references offices.office (id),
  medium          certification.medium not null,
  year            smallint not null,
  symbol          text not null,
  opened_at       timestamptz not null,
  last_number     int not null,
  closed_at       timestamptz,
  -- Null when the house closed it by itself.
  closed_by       uuid,
  closed_number   int,
  closed_copies   int,
  closed_fee_vnd  bigint,
  closed_annulled int,
  -- Numbers that were not signed yet: they keep their number of this book.
  closed_unsigned int,

  unique (office_id, id),
  constraint book_is_one_of_its_year unique (office_id, medium, year),
  constraint book_is_closed_by_an_officer foreign key (office_id, closed_by)
    references identity.officer (office_id, id),
  constraint book_begins_at_one check (last_number >= 1),
  constraint book_closed_says_its_totals check (num_nonnulls(closed_number, closed_copies,
    closed_fee_vnd, closed_annulled, closed_unsigned) = case when closed_at is null then 0 else 5 end),
  constraint book_closed_takes_no_number check (closed_at is null or closed_number = last_number)
);
call taicho.tenant_table('certification.book');
grant insert on certification.book to taicho_app;
grant update (last_number, closed_at, closed_by, closed_number, closed_copies, closed_fee_vnd,
  closed_annulled, closed_unsigned) on certification.book to taicho_app;

create table certification.copy (
  id                  uuid primary key default uuidv7(),
  office_id           uuid not null references offices.office (id),
  client_key          text not null,
  -- In the QR: whoever holds the copy may check it.
  code                text not null,
  request_id          uuid not null,
  -- The scan that it is made of, null for a photocopy on paper.
  paper_id            uuid,
  medium              certification.medium not null,
  state               certification.state not null default 'asked',
  original_name       text not null,
  -- Pages of the original, by which the fee goes.
  original_pages      smallint not null,
  -- One number for so many copies of one original at one moment.
  copies              smallint not null,
  requester_name      text not null,
  requester_id_sealed bytea,
  -- The six answers about the original (eligibility.ts).
  answers             jsonb not null,
  need                certification.need not null,
  fee_vnd             int not null,
  exempt_reason       text,
  asked_at            timestamptz not null,
  asked_by            uuid not null,
  compared_at         timestamptz,
  compared_by         uuid,
  book_id             uuid,
  number              int,
  approved_at         timestamptz,
  approved_by         uuid,
  -- What is written under it, filled in when it was approved.
  statement           jsonb,
  signing_job_id      uuid,
  -- How often it was given to be signed: a cancelled try is followed by another.
  signing_tries       smallint not null default 0,
  -- SHA-256 of the sealed file.
  sha256              bytea,
  issued_at           timestamptz,
  delivered_at        timestamptz,
  delivered_by        uuid,
  delivered_how       certification.delivery,
  delivered_to        text,
  ended_at            timestamptz,
  ended_by            uuid,
  end_reason          text,

  unique (office_id, id),
  constraint copy_is_asked_for_once unique (office_id, client_key),
  constraint copy_code_is_its_own unique (office_id, code),
  constraint copy_has_its_number_alone unique (book_id, number),
  constraint copy_is_of_a_request foreign key (office_id, request_id)
    references requests.request (office_id, id),
  constraint copy_is_of_a_paper foreign key (office_id, paper_id)
    references papers.paper (office_id, id),
  constraint copy_is_asked_by_an_officer foreign key (office_id, asked_by)
    references identity.officer (office_id, id),
  constraint copy_is_compared_by_an_officer foreign key (office_id, compared_by)
    references identity.officer (office_id, id),
  constraint copy_is_approved_by_an_officer foreign key (office_id, approved_by)
    references identity.officer (office_id, id),
  constraint copy_is_delivered_by_an_officer foreign key (office_id, delivered_by)
    references identity.officer (office_id, id),
  constraint copy_is_ended_by_an_officer foreign key (office_id, ended_by)
    references identity.officer (office_id, id),
  constraint copy_is_signed_by_a_job foreign key (office_id, signing_job_id)
    references signing.job (office_id, id),
  constraint copy_names_its_original check (btrim(original_name) <> ''),
  constraint copy_is_of_some_pages check (original_pages between 1 and 2000),
  constraint copy_is_one_or_more check (copies between 1 and 200),
  constraint copy_electronic_is_of_a_scan check (medium = 'paper' or paper_id is not null),
  constraint copy_exempt_costs_nothing check (
    fee_vnd >= 0 and (exempt_reason is null or (fee_vnd = 0 and btrim(exempt_reason) <> ''))),
  constraint copy_is_compared_before_it_is_approved check (
    state in ('asked', 'returned') or num_nonnulls(compared_at, compared_by) = 2),
  constraint copy_has_a_number_once_approved check (
    num_nonnulls(book_id, number, approved_at, approved_by, statement)
      = case when state in ('asked', 'compared', 'returned') then 0 else 5 end),
  -- Numbered and composed and given to be signed at once, or nothing of it.
  constraint copy_numbered_is_whole check (
    (medium = 'electronic' and number is not null) = (signing_job_id is not null)),
  constraint copy_issued_has_its_file check (
    state not in ('issued', 'revoked')
      or (issued_at is not null and (medium = 'paper' or length(sha256) = 32))),
  constraint copy_delivered_says_how check (
    num_nonnulls(delivered_at, delivered_by, delivered_how, delivered_to) in (0, 4)),
  constraint copy_delivered_was_issued check (delivered_at is null or state in ('issued', 'revoked')),
  constraint copy_ended_says_why check (
    num_nonnulls(ended_at, ended_by, end_reason)
      = case when state in ('returned', 'annulled', 'revoked') then 3 else 0 end)
);
create unique index copy_is_asked_for_once_at_a_time
  on certification.copy (paper_id, medium) where state in ('asked', 'compared');
create index copy_in_progress on certification.copy (office_id, state, asked_at)
  where state in ('asked', 'compared', 'approved', 'issued') and delivered_at is null;
create index copy_of_a_request on certification.copy (request_id);
create index copy_by_file on certification.copy (office_id, sha256) where sha256 is not null;
call taicho.tenant_table('certification.copy');
grant insert, update on certification.copy to taicho_app;

-- A line of the book, written once and never changed. It cannot stand without the one before it.
create table certification.entry (
  office_id           uuid not null,
  book_id             uuid not null,
  number              int not null,
  follows             int generated always as (nullif(number, 1) - 1) stored,
  copy_id             uuid not null,
  written_at          timestamptz not null,
  written_on          date not null,
  requester_name      text not null,
  requester_id_sealed bytea,
  original_name       text not null,
  signer_name         text not null,
  signer_title        text not null,
  copies              smallint not null,
  original_pages      smallint not null,
  fee_vnd             int not null,
  note                text,

  primary key (book_id, number),
  constraint entry_is_of_a_copy_alone unique (copy_id, book_id, number),
  constraint entry_is_one_for_a_copy unique (copy_id),
  constraint entry_is_of_a_book foreign key (office_id, book_id)
    references certification.book (office_id, id),
  constraint entry_is_of_a_copy foreign key (office_id, copy_id)
    references certification.copy (office_id, id),
  constraint entry_begins_at_one check (number >= 1),
  constraint entry_follows_the_one_before foreign key (book_id, follows)
    references certification.entry (book_id, number)
);
call taicho.tenant_table('certification.entry');
grant insert on certification.entry to taicho_app;

-- Checked at the commit: the counter never runs ahead of the lines.
alter table certification.book
  add constraint book_counts_what_is_written foreign key (id, last_number)
    references certification.entry (book_id, number) deferrable initially deferred;
alter table certification.copy
  add constraint copy_number_stands_in_the_book foreign key (id, book_id, number)
    references certification.entry (copy_id, book_id, number);

-- Written beside a line of the book, which itself stays as it was.
create table certification.correction (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null,
  book_id      uuid not null,
  number       int not null,
  kind         certification.correction_kind not null,
  -- Which column, null when the whole line is struck.
  field        text,
  value        text,
  value_sealed bytea,
  reason       text not null,
  made_by      uuid not null,
  made_at      timestamptz not null,
  constraint correction_is_of_an_office foreign key (office_id, book_id)
    references certification.book (office_id, id),
  constraint correction_is_of_an_entry foreign key (book_id, number)
    references certification.entry (book_id, number),
  constraint correction_is_made_by_an_officer foreign key (office_id, made_by)
    references identity.officer (office_id, id),
  constraint correction_is_of_a_known_column check (field in ('requester_name', 'requester_id',
    'original_name', 'original_pages', 'copies', 'fee_vnd', 'note')),
  constraint correction_says_what check (
    (kind = 'corrected') = (field is not null)
    and num_nonnulls(value, value_sealed) = case when kind = 'corrected' then 1 else 0 end),
  constraint correction_says_why check (btrim(reason) <> '')
);
create index correction_of_an_entry on certification.correction (book_id, number, made_at);
create unique index correction_strikes_a_line_once
  on certification.correction (book_id, number) where kind <> 'corrected';
call taicho.tenant_table('certification.correction');
grant insert on certification.correction to taicho_app;

-- What was taken for a copy when it was handed over.
create table certification.receipt (
  id         uuid primary key default uuidv7(),
  office_id  uuid not null,
  copy_id    uuid not null,
  medium     certification.medium not null,
  amount_vnd int not null,
  way        certification.payment not null,
  -- Of the printed receipt, where the office gives one.
  receipt_no text,
  taken_by   uuid not null,
  taken_at   timestamptz not null,
  taken_on   date not null,
  constraint receipt_is_one_for_a_copy unique (copy_id),
  constraint receipt_is_of_a_copy foreign key (office_id, copy_id)
    references certification.copy (office_id, id),
  constraint receipt_is_taken_by_an_officer foreign key (office_id, taken_by)
    references identity.officer (office_id, id),
  constraint receipt_is_of_money check (amount_vnd > 0)
);
create index receipt_of_a_day on certification.receipt (office_id, taken_on);
call taicho.tenant_table('certification.receipt');
grant insert on certification.receipt to taicho_app;

-- A copy that was made on the national or the province's system, taken in as a file.
create table certification.elsewhere (
  id            uuid primary key default uuidv7(),
  office_id     uuid not null references offices.office (id),
  request_id    uuid not null,
  paper_id      uuid,
  name          text not null,
  system        text not null,
  -- As they stand on that copy, when they do.
  number        text,
  book          text,
  sha256        bytea not null,
  bytes         int not null,
  -- Who signed it when, as the file says, and what the check found.
  signers       jsonb not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  unique (office_id, id),
  constraint elsewhere_is_registered_once unique (request_id, sha256),
  constraint elsewhere_is_of_a_request foreign key (office_id, request_id)
    references requests.request (office_id, id),
  constraint elsewhere_is_of_a_paper foreign key (office_id, paper_id)
    references papers.paper (office_id, id),
  constraint elsewhere_is_registered_by_an_officer foreign key (office_id, registered_by)
    references identity.officer (office_id, id),
  constraint elsewhere_has_a_name check (btrim(name) <> ''),
  constraint elsewhere_is_of_a_known_system check (system in ('national', 'province', 'other')),
  constraint elsewhere_hash_is_sha256 check (length(sha256) = 32)
);
create index elsewhere_of_a_request on certification.elsewhere (request_id);
call taicho.tenant_table('certification.elsewhere');
grant insert on certification.elsewhere to taicho_app;

-- Each check by the public: that it was made, not by whom.
create table certification.check (
  id        uuid primary key default uuidv7(),
  office_id uuid not null references offices.office (id),
  at        timestamptz not null,
  how       text not null,
  -- Null when nothing of ours was found.
  copy_id   uuid,
  outcome   text not null,
  constraint check_is_of_a_copy foreign key (office_id, copy_id)
    references certification.copy (office_id, id),
  constraint check_is_by_code_or_file check (how in ('code', 'file')),
  constraint check_has_an_outcome check (outcome ~ '^[a-z_]{1,60}$')
);
create index check_newest_first on certification.check (office_id, at desc);
call taicho.tenant_table('certification.check');
grant insert on certification.check to taicho_app;

-- One row a copy, for reports: no person is in it.
create view certification.copy_report with (security_invoker = true) as
  select c.id as copy_id, c.office_id, c.request_id, c.medium, c.state, c.original_pages, c.copies,
         c.fee_vnd, c.exempt_reason is not null as exempt,
         (c.asked_at at time zone interval '07:00')::date as asked_on,
         (c.approved_at at time zone interval '07:00')::date as approved_on,
         (c.issued_at at time zone interval '07:00')::date as issued_on,
         (c.delivered_at at time zone interval '07:00')::date as delivered_on
    from certification.copy c;
grant select on certification.copy_report to taicho_app;

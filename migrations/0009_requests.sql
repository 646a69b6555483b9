-- A person's need followed to its result.
create schema requests;
grant usage on schema requests to taicho_app;

create type requests.sex as enum ('female', 'male');
-- Where the subject lives, seen from the office.
create type requests.home_kind as enum
  ('this_commune', 'neighbour', 'same_province', 'other_province');
create type requests.coming as enum ('in_person', 'by_relative', 'remote', 'appointment');
create type requests.hearing as enum
  ('loudspeaker', 'zalo', 'facebook', 'website', 'hamlet_head', 'neighbour', 'poster', 'other');
create type requests.proof as enum ('none', 'written', 'certified');
create type requests.channel as enum ('online', 'in_person', 'post');
create type requests.portal as enum ('national', 'vneid', 'ministry', 'province', 'none');
-- self_with_help: the person files here with an officer beside; guided_only: the officer explains,
-- the person files elsewhere.
create type requests.filing_help as enum ('self_with_help', 'guided_only');
create type requests.result_delivery as enum ('desk', 'authority', 'post', 'electronic');
create type requests.item_state as enum ('missing', 'have', 'not_needed');
create type requests.vneid_step as enum
  ('account_level_2', 'app_installed', 'own_sim', 'password', 'passcode', 'portal_login');
create type requests.vneid_state as enum ('done', 'blocked');
create type requests.stop_reason as enum ('supplement', 'payment');

-- Whom the office has helped: typed once, found again by phone or ID number.
create table requests.person (
  id                uuid primary key default uuidv7(),
  office_id         uuid not null references offices.office (id),
  full_name         text not null,
  folded_name       text not null generated always as (taicho.fold(full_name)) stored,
  birth_date        date,
  birth_year        smallint,
  sex               requests.sex,
  -- Sealed with a key outside the database, the mark finds an equal value again.
  id_number_sealed  bytea,
  id_number_mark    bytea,
  phone_sealed      bytea,
  phone_mark        bytea,
  phone_tail_mark   bytea,
  commune_code      text,
  commune_valid_from date,
  residence_text    text,
  hamlet            text,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,

  unique (office_id, id),
  foreign key (commune_code, commune_valid_from) references places.commune (code, valid_from),
  constraint person_has_a_name check (btrim(full_name) <> ''),
  constraint person_birth_year_agrees_with_date check (
    birth_date is null or birth_year = extract(year from birth_date)),
  constraint person_id_number_is_sealed_and_marked check (
    (id_number_sealed is null) = (id_number_mark is null)),
  constraint person_phone_is_sealed_and_marked check (
    num_nonnulls(phone_sealed, phone_mark, phone_tail_mark) in (0, 3)),
  constraint person_commune_is_whole check (
    num_nonnulls(commune_code, commune_valid_from) in (0, 2))
);
create unique index person_id_number_is_unique_in_office
  on requests.person (office_id, id_number_mark) where id_number_mark is not null;
create index person_by_phone on requests.person (office_id, phone_mark);
call taicho.tenant_table('requests.person');
grant insert, update on requests.person to taicho_app;

-- The newest number given in a month; raised by one statement, so that no number is given twice.
create table requests.month_counter (
  office_id   uuid not null references offices.office (id),
  -- Year and month as in the code: '2611'.
  month       text not null,
  last_number int not null,
  primary key (office_id, month),
  constraint month_is_year_and_month check (month ~ '^\d{4}$')
);
call taicho.tenant_table('requests.month_counter');
grant insert, update on requests.month_counter to taicho_app;

create table requests.request (
  id                   uuid primary key default uuidv7(),
  office_id            uuid not null references offices.office (id),
  code                 text not null,
  -- Made by the form: the same command sent twice is one request.
  client_key           text not null,
  -- On the slip's QR: whoever holds the slip may follow and rate.
  slip_token           text not null,
  received_at          timestamptz not null,
  received_on          date not null,
  service_day_id       uuid,
  subject_id           uuid not null,
  requester_id         uuid not null,
  helper_id            uuid,
  -- What the requester is to the subject, 'self' when they are one.
  relation             text not null,
  proof                requests.proof not null default 'none',
  came                 requests.coming not null,
  heard                requests.hearing,

  home_kind            requests.home_kind not null,
  home_commune_code    text,
  home_commune_name    text,
  home_province_code   text,
  home_province_name   text,

  -- As the law stood on the day of receipt.
  procedure_code       text not null references catalogue.procedure (code),
  procedure_version_id uuid not null references catalogue.procedure_version (id),
  procedure_name       text not null,
  procedure_name_en    text not null,
  -- Null where the national list names the authority in words only.
  authority_key        text,
  authority_name       text not null,
  authority_name_en    text not null,
  authority_seat       text,
  answers              jsonb not null default '{}',

  -- The filing with the authority.
  channel              requests.channel,
  portal               requests.portal,
  filing_help          requests.filing_help,
  result_delivery      requests.result_delivery,
  external_code        text,
  filed_at             timestamptz,
  -- The ten national statuses, null until filed.
  status               smallint,
  status_at            timestamptz,
  -- From when the authority's time runs: filing, then receipt by the authority once it is known.
  clock_from           timestamptz,
  time_amount          int,
  time_unit            text,
  due_at               timestamptz,
  result_at            timestamptz,
  handed_over_at       timestamptz,
  handed_to_name       text,
  handed_to_relation   text,
  ended_at             timestamptz,
  end_reason           text,
  withdrawn_at         timestamptz,

  trips_saved          smallint not null default 0,
  km_saved             numeric(8, 1) not null default 0,
  minutes_saved        int not null default 0,

  rated_at             timestamptz,
  -- A low rating opened the matter again, the chairman's answer settles it.
  reopened_at          timestamptz,
  settled_at           timestamptz,

  unique (office_id, id),
  constraint request_code_is_unique_in_office unique (office_id, code),
  constraint request_is_received_once unique (office_id, client_key),
  constraint request_slip_is_its_own unique (slip_token),
  foreign key (office_id, subject_id) references requests.person (office_id, id),
  foreign key (office_id, requester_id) references requests.person (office_id, id),
  foreign key (office_id, helper_id) references identity.officer (office_id, id),
  foreign key (office_id, service_day_id) references service_days.service_day (office_id, id),
  constraint request_code_is_well_formed check (code ~ '^[A-Z]{2,4}-\d{4}-\d{4,}$'),
  constraint request_for_oneself_has_one_person check ((relation = 'self') = (subject_id = requester_id)),
  constraint request_status_is_national check (status between 1 and 10),
  constraint request_status_begins_with_filing check (
    (status is null) = (filed_at is null) and (status is null) = (status_at is null)
    and (status is null) = (clock_from is null)),
  constraint request_filed_says_how check (
    filed_at is null
    or num_nonnulls(channel, portal, filing_help, result_delivery, external_code) = 5),
  constraint request_result_has_its_moment check (
    (coalesce(status, 0) in (9, 10)) = (result_at is not null)),
  constraint request_handed_over_says_to_whom check (
    (coalesce(status, 0) = 10) = (handed_over_at is not null)
    and (handed_over_at is null) = (handed_to_name is null)),
  constraint request_ended_has_its_moment check (
    (coalesce(status, 0) in (3, 7, 8, 10) or withdrawn_at is not null) = (ended_at is not null)),
  constraint request_refused_or_stopped_says_why check (
    coalesce(status, 0) not in (3, 7, 8) or end_reason is not null),
  constraint request_withdrawn_before_filing_says_why check (
    withdrawn_at is null or (end_reason is not null and (status is null or status = 7)))
);
create index request_newest_first on requests.request (office_id, received_at desc, id desc);
create index request_in_progress on requests.request (office_id, due_at) where ended_at is null;
create index request_by_subject on requests.request (subject_id);
create index request_by_requester on requests.request (requester_id);
create index request_by_service_day on requests.request (service_day_id);
create unique index request_external_code_is_unique_in_office
  on requests.request (office_id, external_code);
call taicho.tenant_table('requests.request');
grant insert, update on requests.request to taicho_app;
comment on column requests.request.withdrawn_at is
  'Withdrawn by the person: before filing with status null, after it with status 7.';

-- The papers of this request, copied from the procedure as of the day, worked off one by one.
create table requests.item (
  office_id        uuid not null,
  request_id       uuid not null,
  paper_id         text not null,
  position         smallint not null,
  name             text not null,
  name_en          text not null,
  hint             text,
  hint_en          text,
  -- Under which the papers are listed, such as "Xuất trình", null stands first.
  heading          text,
  heading_en       text,
  originals        smallint not null,
  copies           smallint not null,
  shown_only       boolean not null,
  certified_online boolean not null,
  state            requests.item_state not null default 'missing',
  note             text,
  primary key (request_id, paper_id),
  foreign key (office_id, request_id) references requests.request (office_id, id)
);
call taicho.tenant_table('requests.item');
grant insert, update, delete on requests.item to taicho_app;

-- How far the person came with VNeID, and which step stopped them. Never a secret.
create table requests.vneid_help (
  office_id    uuid not null,
  request_id   uuid not null,
  step         requests.vneid_step not null,
  state        requests.vneid_state not null,
  block_reason text,
  at           timestamptz not null,
  primary key (request_id, step),
  foreign key (office_id, request_id) references requests.request (office_id, id),
  constraint vneid_help_blocked_says_why check ((state = 'blocked') = (block_reason is not null))
);
call taicho.tenant_table('requests.vneid_help');
grant insert, update on requests.vneid_help to taicho_app;

-- While papers or a payment are awaited, the authority's clock stands still.
create table requests.clock_stop (
  office_id  uuid not null,
  request_id uuid not null,
  because    requests.stop_reason not null,
  asked_for  text not null,
  from_at    timestamptz not null,
  to_at      timestamptz,
  primary key (request_id, from_at),
  foreign key (office_id, request_id) references requests.request (office_id, id),
  constraint clock_starts_again_after_it_stopped check (to_at >= from_at)
);
create unique index clock_stands_still_once_at_a_time
  on requests.clock_stop (request_id) where to_at is null;
call taicho.tenant_table('requests.clock_stop');
grant insert, update on requests.clock_stop to taicho_app;

-- The authority apologised and named a new date before the old one had passed. The newest counts.
create table requests.extension (
  office_id   uuid not null,
  request_id  uuid not null,
  sent_at     timestamptz not null,
  old_due_at  timestamptz not null,
  new_due_on  date not null,
  reason      text not null,
  primary key (request_id, sent_at),
  foreign key (office_id, request_id) references requests.request (office_id, id),
  constraint extension_comes_before_the_old_date check (sent_at < old_due_at)
);
call taicho.tenant_table('requests.extension');
grant insert on requests.extension to taicho_app;

-- What happened, in order, by whom: insert and read only.
create table requests.event (
  id         bigint generated always as identity primary key,
  office_id  uuid not null,
  request_id uuid not null,
  at         timestamptz not null,
  officer_id uuid,
  kind       text not null,
  status     smallint,
  note       text,
  foreign key (office_id, officer_id) references identity.officer (office_id, id),
  foreign key (office_id, request_id) references requests.request (office_id, id)
);
create index event_of_request on requests.event (request_id, id);
call taicho.tenant_table('requests.event');
grant insert on requests.event to taicho_app;

-- Wrong tries to follow a request, by its code: each makes the next wait longer.
create table requests.track_try (
  office_id  uuid not null,
  code       text not null,
  wrong      int not null,
  wait_until timestamptz not null,
  primary key (office_id, code)
);
create index track_try_oldest on requests.track_try (office_id, wait_until);
call taicho.tenant_table('requests.track_try');
grant insert, update, delete on requests.track_try to taicho_app;

-- One row a request, for reports: no person is in it.
create view requests.request_report with (security_invoker = true) as
  select r.id as request_id, r.office_id, r.code, r.received_on, r.received_at, r.service_day_id,
         r.procedure_code, r.procedure_name, r.procedure_name_en,
         r.authority_key, r.authority_name, r.authority_name_en,
         r.home_kind, r.home_commune_code, r.home_commune_name,
         r.home_province_code, r.home_province_name,
         r.came, r.heard, r.relation <> 'self' as by_proxy, r.channel, r.filing_help, r.status,
         case
           when r.withdrawn_at is not null or r.status = 7 then 'withdrawn'
           when r.status = 3 then 'refused'
           when r.status = 8 then 'stopped'
           when r.status = 9 then 'result_waiting'
           when r.status = 10 then 'handed_over'
           when r.status is null then 'preparing'
           else 'in_progress'
         end as outcome,
         (r.filed_at at time zone interval '07:00')::date as filed_on,
         (r.due_at at time zone interval '07:00')::date as due_on,
         (r.result_at at time zone interval '07:00')::date as result_on,
         (r.handed_over_at at time zone interval '07:00')::date as handed_over_on,
         -- Null until there is a result, and where no time limit is known.
         r.result_at <= r.due_at as on_time,
         -- Null until the authority has taken it or refused it.
         case when r.status in (1, 7) or r.status is null then null
              else r.status <> 3 and not exists (select 1 from requests.clock_stop s
                     where s.request_id = r.id and s.because = 'supplement')
         end as first_time_right,
         exists (select 1 from requests.extension e where e.request_id = r.id) as extended,
         exists (select 1 from requests.vneid_help v where v.request_id = r.id) as vneid_helped,
         r.trips_saved, r.km_saved, round(r.minutes_saved / 60.0, 2) as hours_saved,
         r.rated_at is not null as rated, r.reopened_at is not null as reopened
    from requests.request r;
grant select on requests.request_report to taicho_app;

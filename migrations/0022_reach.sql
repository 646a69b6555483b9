-- Whom the news reaches: the hamlets and businesses, the links by which people come, how they heard.
create schema reach;
grant usage on schema reach to taicho_app;

-- How people hear, as they say it or as the link says that they followed.
create type reach.channel as enum
  ('loudspeaker', 'zalo', 'facebook', 'website', 'hamlet_head', 'poster', 'leaflet', 'sms', 'email',
   'business', 'neighbour', 'other');
-- To which page a short link leads.
create type reach.target as enum ('book', 'procedures', 'news', 'home');

-- Beside the hamlet's name and households: how news gets into it.
create table reach.hamlet (
  office_id         uuid not null,
  hamlet_id         uuid primary key,
  has_loudspeaker   boolean not null default false,
  head_name         text not null default '',
  head_phone_sealed bytea,
  constraint hamlet_is_of_the_office foreign key (office_id, hamlet_id)
    references offices.hamlet (office_id, id) on delete cascade
);
call taicho.tenant_table('reach.hamlet');
grant insert, update, delete on reach.hamlet to taicho_app;

create table reach.business (
  id                   uuid primary key default uuidv7(),
  office_id            uuid not null references offices.office (id),
  name                 text not null,
  folded_name          text not null generated always as (taicho.fold(name)) stored,
  workers              integer,
  contact_name         text not null default '',
  contact_phone_sealed bytea,
  address              text not null default '',
  hamlet_id            uuid,
  in_use               boolean not null default true,
  unique (office_id, id),
  constraint business_lies_in_a_hamlet foreign key (office_id, hamlet_id)
    references offices.hamlet (office_id, id) on delete set null (hamlet_id),
  constraint business_has_a_name check (btrim(name) <> ''),
  constraint business_workers_are_possible check (workers between 0 and 200000),
  constraint business_name_is_unique_in_office unique (office_id, folded_name)
);
call taicho.tenant_table('reach.business');
grant insert, update on reach.business to taicho_app;

-- One short code for a channel in a place. Printed codes live long: a row is never deleted, and the
-- same channel, place and page always get the same code.
create table reach.link (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null references offices.office (id),
  code        text not null,
  channel     reach.channel not null,
  target      reach.target not null,
  hamlet_id   uuid,
  business_id uuid,
  -- The hamlet or business that it was made for, also when the hamlet is gone; zeros for everywhere.
  made_for    uuid not null,
  made_at     timestamptz not null,
  unique (office_id, id),
  constraint link_is_one_a_place unique (office_id, channel, target, made_for),
  constraint link_code_is_unique_in_office unique (office_id, code),
  constraint link_code_is_read_aloud_easily check (code ~ '^[2-9a-hjkmnp-z]{5}$'),
  constraint link_is_for_one_place check (num_nonnulls(hamlet_id, business_id) <= 1),
  constraint link_is_for_a_hamlet foreign key (office_id, hamlet_id)
    references offices.hamlet (office_id, id) on delete set null (hamlet_id),
  constraint link_is_for_a_business foreign key (office_id, business_id)
    references reach.business (office_id, id)
);
call taicho.tenant_table('reach.link');
grant insert on reach.link to taicho_app;

-- How often a link was opened on a day. Nothing of who opened it is kept.
create table reach.link_day (
  office_id uuid not null,
  link_id   uuid not null,
  on_date   date not null,
  opened    integer not null,
  primary key (link_id, on_date),
  constraint link_day_is_of_a_link foreign key (office_id, link_id)
    references reach.link (office_id, id),
  constraint link_day_counts_from_one check (opened > 0)
);
call taicho.tenant_table('reach.link_day');
grant insert, update on reach.link_day to taicho_app;

-- "Bà con biết tin qua đâu?": one answer for each appointment, visit, or request without a visit, and
-- where the person comes from as far as it is known.
create table reach.heard (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null references offices.office (id),
  appointment_id uuid,
  visit_id       uuid,
  request_id     uuid,
  -- Null where only the place is known.
  channel        reach.channel,
  hamlet_id      uuid,
  business_id    uuid,
  said_at        timestamptz not null,
  constraint heard_is_once_for_an_appointment unique (appointment_id),
  constraint heard_is_once_for_a_visit unique (visit_id),
  constraint heard_is_once_for_a_request unique (request_id),
  constraint heard_is_of_one_coming check (num_nonnulls(appointment_id, visit_id, request_id) = 1),
  constraint heard_is_for_an_appointment foreign key (office_id, appointment_id)
    references queue.appointment (office_id, id) on delete cascade,
  constraint heard_is_for_a_visit foreign key (office_id, visit_id)
    references queue.visit (office_id, id),
  constraint heard_is_for_a_request foreign key (office_id, request_id)
    references requests.request (office_id, id),
  constraint heard_in_a_hamlet foreign key (office_id, hamlet_id)
    references offices.hamlet (office_id, id) on delete set null (hamlet_id),
  constraint heard_in_a_business foreign key (office_id, business_id)
    references reach.business (office_id, id)
);
call taicho.tenant_table('reach.heard');
grant insert, update, delete on reach.heard to taicho_app;

-- What one airing, one poster, one message costs this office, in đồng. No row: not known.
create table reach.unit_cost (
  office_id uuid not null references offices.office (id),
  channel   reach.channel not null,
  dong      integer not null,
  primary key (office_id, channel),
  constraint unit_cost_is_possible check (dong between 0 and 100000000)
);
call taicho.tenant_table('reach.unit_cost');
grant insert, update, delete on reach.unit_cost to taicho_app;

-- What was hung up, handed out, sent or said by hand; airings are read from the loudspeaker's own log.
create table reach.effort (
  id          uuid primary key default uuidv7(),
  office_id   uuid not null references offices.office (id),
  client_key  uuid not null,
  on_date     date not null,
  channel     reach.channel not null,
  hamlet_id   uuid,
  business_id uuid,
  quantity    integer not null,
  -- As the office's setting said when it was written down; null where it was not known.
  cost_dong   bigint,
  noted_by    uuid,
  constraint effort_is_noted_once unique (office_id, client_key),
  constraint effort_is_something check (quantity between 1 and 1000000),
  constraint effort_cost_is_possible check (cost_dong >= 0),
  constraint effort_is_for_one_place check (num_nonnulls(hamlet_id, business_id) <= 1),
  constraint effort_in_a_hamlet foreign key (office_id, hamlet_id)
    references offices.hamlet (office_id, id) on delete set null (hamlet_id),
  constraint effort_in_a_business foreign key (office_id, business_id)
    references reach.business (office_id, id),
  constraint effort_is_noted_by_an_officer foreign key (office_id, noted_by)
    references identity.officer (office_id, id)
);
create index effort_of_days on reach.effort (office_id, on_date);
create index effort_in_business on reach.effort (business_id, on_date) where business_id is not null;
call taicho.tenant_table('reach.effort');
grant insert, delete on reach.effort to taicho_app;

-- Answers given when a request was received move here: of one visit, the first that was given.
insert into reach.heard (office_id, visit_id, channel, said_at)
  select distinct on (visit_id) office_id, visit_id, heard::text::reach.channel, received_at
    from requests.request where heard is not null and visit_id is not null
   order by visit_id, id;
insert into reach.heard (office_id, request_id, channel, said_at)
  select office_id, id, heard::text::reach.channel, received_at
    from requests.request where heard is not null and visit_id is null;

drop view requests.request_report;
alter table requests.request drop column heard;
drop type requests.hearing;

-- One row a request, for reports: no person is in it.
create view requests.request_report with (security_invoker = true) as
  select r.id as request_id, r.office_id, r.code, r.received_on, r.received_at, r.service_day_id,
         r.procedure_code, r.procedure_name, r.procedure_name_en,
         r.authority_key, r.authority_name, r.authority_name_en,
         r.home_kind, r.home_commune_code, r.home_commune_name,
         r.home_province_code, r.home_province_name,
         r.came, r.relation <> 'self' as by_proxy, r.channel, r.filing_help, r.status,
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

-- How the person of each request heard, for reports: as said for the request, at the visit, on booking.
create view reach.request_heard_report with (security_invoker = true) as
  select r.office_id, r.id as request_id, r.received_on,
         coalesce(hr.channel, hv.channel, ha.channel) as heard
    from requests.request r
    left join reach.heard hr on hr.request_id = r.id
    left join reach.heard hv on hv.visit_id = r.visit_id
    left join queue.visit v on v.id = r.visit_id
    left join reach.heard ha on ha.appointment_id = v.appointment_id
   where coalesce(hr.channel, hv.channel, ha.channel) is not null;
grant select on reach.request_heard_report to taicho_app;

-- One row for each time that somebody came: a number taken, or requests brought on a day without one.
create view reach.coming_report with (security_invoker = true) as
  select v.office_id, d.date as on_date, coalesce(hv.channel, ha.channel) as channel,
         coalesce(hv.hamlet_id, ha.hamlet_id) as hamlet_id,
         coalesce(hv.business_id, ha.business_id) as business_id
    from queue.visit v
    join service_days.service_day d on d.id = v.service_day_id
    left join reach.heard hv on hv.visit_id = v.id
    left join reach.heard ha on ha.appointment_id = v.appointment_id
  union all
  select * from (
    select distinct on (r.office_id, r.received_on, r.requester_id)
           r.office_id, r.received_on as on_date, h.channel, h.hamlet_id, h.business_id
      from requests.request r
      left join reach.heard h on h.request_id = r.id
     where r.visit_id is null
     order by r.office_id, r.received_on, r.requester_id, h.channel is null, r.id) without_number;
grant select on reach.coming_report to taicho_app;

-- What was done to be heard, from the office's notes and from the log of the loudspeaker.
create view reach.effort_report with (security_invoker = true) as
  select office_id, on_date, channel, hamlet_id, business_id, quantity, cost_dong
    from reach.effort
  union all
  select office_id, (at at time zone interval '07:00')::date, 'loudspeaker', hamlet_id, null, 1, null
    from outreach.airing where aired;
grant select on reach.effort_report to taicho_app;

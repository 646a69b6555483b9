-- The citizen's word on a request, once.
create schema ratings;
grant usage on schema ratings to taicho_app;

create type ratings.origin as enum ('slip', 'tracking', 'desk');

create table ratings.rating (
  id            uuid primary key default uuidv7(),
  office_id     uuid not null references offices.office (id),
  request_id    uuid not null,
  rated_at      timestamptz not null,
  rated_on      date not null,
  origin        ratings.origin not null,
  anonymous     boolean not null,
  -- One to five stars each.
  guidance      smallint not null,
  speed         smallint not null,
  attitude      smallint not null,
  -- How many times they had to come back, 3 means three or more.
  returns       smallint not null,
  -- Whether it could be filed online.
  filed_online  boolean not null,
  sentence      text,
  low           boolean not null,
  answer        text,
  answered_at   timestamptz,
  answered_by   uuid,

  constraint rating_is_given_once_a_request unique (request_id),
  foreign key (office_id, request_id) references requests.request (office_id, id),
  foreign key (office_id, answered_by) references identity.officer (office_id, id),
  constraint rating_stars_are_one_to_five check (
    guidance between 1 and 5 and speed between 1 and 5 and attitude between 1 and 5),
  constraint rating_returns_are_counted_to_three check (returns between 0 and 3),
  constraint rating_answer_has_its_moment check (
    num_nonnulls(answer, answered_at) in (0, 2))
);
create index rating_low_first on ratings.rating (office_id, rated_at desc) where low;
create index rating_by_day on ratings.rating (office_id, rated_on);
call taicho.tenant_table('ratings.rating');
grant insert, update on ratings.rating to taicho_app;

-- One row a rating, for reports: no sentence is in it, since people name people.
create view ratings.rating_report with (security_invoker = true) as
  select t.request_id, t.office_id, t.rated_on, t.origin, t.guidance, t.speed, t.attitude,
         t.returns, t.filed_online, t.low, t.answered_at is not null as answered,
         round((t.guidance + t.speed + t.attitude) / 3.0, 2) as average
    from ratings.rating t;
grant select on ratings.rating_report to taicho_app;

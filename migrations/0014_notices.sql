-- Messages to one person about their own matter: written in the deed's own transaction, sent later.
create schema notices;
grant usage on schema notices to taicho_app;

create type notices.kind as enum
  ('turn_near', 'day_moved', 'day_cancelled', 'seat_offered', 'booked', 'appointment_displaced');
-- to_tell: an officer rings up, or whatever sends messages takes it up. not_reached: nobody tries again.
create type notices.state as enum ('to_tell', 'told', 'not_reached', 'no_longer_needed');

create table notices.message (
  id             uuid primary key default uuidv7(),
  office_id      uuid not null references offices.office (id),
  kind           notices.kind not null,
  state          notices.state not null default 'to_tell',
  -- What it is about: the appointment, wish or visit, so that nobody is told twice.
  subject_id     uuid not null,
  -- Which of the same kind about the same subject: the date moved to, the seat offered.
  occasion       text not null default '',
  service_day_id uuid,
  name           text,
  phone_sealed   bytea,
  -- What the sentence names: date, time, number. Never an ID number.
  params         jsonb not null default '{}',
  asked_at       timestamptz not null,
  -- Before this they would go in vain, or miss it: the list begins with the soonest.
  tell_by        timestamptz,
  -- After this nobody needs it any more.
  useful_until   timestamptz,
  attempts       smallint not null default 0,
  last_attempt_at timestamptz,
  last_reason    text,
  told_by        uuid,
  told_at        timestamptz,
  unique (office_id, id),
  foreign key (office_id, service_day_id) references service_days.service_day (office_id, id),
  foreign key (office_id, told_by) references identity.officer (office_id, id),
  constraint message_is_told_once unique (office_id, kind, subject_id, occasion),
  constraint message_told_says_when check ((state = 'told') = (told_at is not null))
);
create index message_to_tell on notices.message (office_id, asked_at) where state = 'to_tell';
call taicho.tenant_table('notices.message');
grant insert, update on notices.message to taicho_app;

-- For how many days after its own day the name and the phone of a booking, a wish, a ticket or a message
-- are kept; no row where it is the usual (src/modules/notices/keeping.ts).
create table notices.keeping (
  office_id uuid primary key references offices.office (id),
  days      smallint not null,
  constraint keeping_days_are_possible check (days between 7 and 3650)
);
call taicho.tenant_table('notices.keeping');
grant insert, update on notices.keeping to taicho_app;

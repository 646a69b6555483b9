-- What goes out over channels that belong to others: accounts there, and the outbox. A message is written
-- in the transaction of the deed that asks for it; a worker sends it afterwards.
create schema deliveries;
grant usage on schema deliveries to taicho_app;

create type deliveries.channel as enum ('zalo', 'zns', 'facebook', 'sms', 'email');
create type deliveries.purpose as enum ('notice', 'bulletin', 'test');
-- accepted: the channel took it. delivered: the channel says that it arrived. held: a person decides.
create type deliveries.state as enum
  ('waiting', 'sending', 'accepted', 'delivered', 'held', 'failed', 'withdrawn');
-- needs_renewal: the channel no longer lets us in until a person has done something there.
create type deliveries.account_state as enum ('connected', 'needs_renewal', 'paused');
create type deliveries.outcome as enum ('accepted', 'unsure', 'later', 'never', 'account');

-- The office's account at a channel. Rank 2 is asked where rank 1 cannot.
create table deliveries.account (
  id               uuid primary key default uuidv7(),
  office_id        uuid not null references offices.office (id),
  channel          deliveries.channel not null,
  rank             smallint not null default 1,
  -- Which driver speaks to it.
  provider         text not null,
  -- What officers call it: "Zalo OA xã Vụ Bản".
  name             text not null,
  settings         jsonb not null default '{}',
  secrets_sealed   bytea not null,
  -- Another account of the office whose token pair this one uses: ZNS that of the Zalo OA.
  tokens_of        uuid,
  state            deliveries.account_state not null default 'connected',
  -- Why it needs renewal; also what to mind while it still works. A code with words.
  trouble          text,
  trouble_at       timestamptz,
  -- Who renews it: a name and a phone at the office.
  kept_by          text not null,
  -- When the way in ends by itself, where that is known (a Facebook page token).
  expires_at       timestamptz,
  cost_per_part    numeric,
  -- Passing failures one after the other; from a number on the whole account rests for a while.
  failures_in_row  smallint not null default 0,
  resting_until    timestamptz,
  -- Raised whenever the way in is another one, so that an answer to the old one changes nothing.
  version          integer not null default 1,
  connected_by     uuid,
  connected_at     timestamptz not null,
  disconnected_at  timestamptz,
  unique (office_id, id),
  constraint account_uses_tokens_of_an_account foreign key (office_id, tokens_of)
    references deliveries.account (office_id, id),
  constraint account_is_connected_by_an_officer foreign key (office_id, connected_by)
    references identity.officer (office_id, id),
  constraint account_rank_is_first_or_second check (rank in (1, 2)),
  constraint account_has_a_name check (btrim(name) <> ''),
  constraint account_has_a_keeper check (btrim(kept_by) <> ''),
  constraint account_cost_is_possible check (cost_per_part between 0 and 100000),
  constraint account_says_what_is_wrong check (state <> 'needs_renewal' or trouble is not null),
  constraint account_trouble_has_a_time check ((trouble is null) = (trouble_at is null))
);
create unique index account_is_one_a_rank on deliveries.account (office_id, channel, rank)
  where disconnected_at is null;
call taicho.tenant_table('deliveries.account');
grant insert, update on deliveries.account to taicho_app;

-- Zalo's pair: the refresh token is good once only, so that it was begun to be used is committed before
-- it is used. A pair whose use was begun and never finished is renewed by a person.
create table deliveries.token_pair (
  account_id       uuid primary key,
  office_id        uuid not null,
  access_sealed    bytea not null,
  refresh_sealed   bytea not null,
  expires_at       timestamptz not null,
  saved_at         timestamptz not null,
  refresh_begun_at timestamptz,
  -- After a passing trouble, when the same token was surely not used.
  refresh_not_before timestamptz,
  -- Neither token lets us in any more, or nobody can know: a person connects the account anew.
  dead             boolean not null default false,
  constraint token_pair_is_of_an_account foreign key (office_id, account_id)
    references deliveries.account (office_id, id)
);
call taicho.tenant_table('deliveries.token_pair');
grant insert, update, delete on deliveries.token_pair to taicho_app;

-- Every refresh token that was begun to be used, by its keyed mark: none is ever begun twice.
create table deliveries.refresh_use (
  office_id  uuid not null,
  account_id uuid not null,
  token_mark bytea not null,
  begun_at   timestamptz not null,
  constraint refresh_token_is_used_once primary key (office_id, token_mark),
  constraint refresh_use_is_of_an_account foreign key (office_id, account_id)
    references deliveries.account (office_id, id)
);
call taicho.tenant_table('deliveries.refresh_use');
grant insert, delete on deliveries.refresh_use to taicho_app;

-- What an office decides about a channel; no row where all is as usual (channel-rule.ts).
create table deliveries.channel_rule (
  office_id  uuid not null references offices.office (id),
  channel    deliveries.channel not null,
  -- Null: no cap of our own.
  daily_cap  integer,
  -- By the clock in Việt Nam; both null where the channel knows no quiet hours.
  quiet_from time,
  quiet_to   time,
  primary key (office_id, channel),
  constraint channel_rule_cap_is_possible check (daily_cap between 0 and 1000000),
  constraint channel_rule_quiet_hours_are_whole check ((quiet_from is null) = (quiet_to is null))
);
call taicho.tenant_table('deliveries.channel_rule');
grant insert, update on deliveries.channel_rule to taicho_app;

-- How many messages began their way today, where there is a cap.
create table deliveries.day_count (
  office_id uuid not null references offices.office (id),
  channel   deliveries.channel not null,
  day       date not null,
  begun     integer not null,
  primary key (office_id, channel, day)
);
call taicho.tenant_table('deliveries.day_count');
grant insert, update, delete on deliveries.day_count to taicho_app;

-- One text to many; whom is settled when it is asked for: the rows of deliveries.message.
create table deliveries.broadcast (
  id           uuid primary key default uuidv7(),
  office_id    uuid not null references offices.office (id),
  client_key   text not null,
  channel      deliveries.channel not null,
  content      jsonb not null,
  subject_kind text not null,
  subject_id   text not null,
  recipients   integer not null,
  -- Asked for twice in the same list.
  duplicates   integer not null,
  asked_at     timestamptz not null,
  unique (office_id, id),
  constraint broadcast_is_asked_once unique (office_id, client_key)
);
call taicho.tenant_table('deliveries.broadcast');
grant insert on deliveries.broadcast to taicho_app;

create table deliveries.message (
  id              uuid primary key default uuidv7(),
  office_id       uuid not null references offices.office (id),
  -- Of the deed that asks; however often it asks, one message.
  client_key      text not null,
  channel         deliveries.channel not null,
  purpose         deliveries.purpose not null,
  -- 0 goes first and also in quiet hours, 1 as usual, 2 when nothing else waits.
  priority        smallint not null default 1,
  state           deliveries.state not null default 'waiting',
  broadcast_id    uuid,
  subject_kind    text,
  subject_id      text,
  to_sealed       bytea,
  -- Keyed mark of the address: the same person twice in a broadcast, a follower who opted out.
  to_mark         bytea not null,
  -- Null for a broadcast, whose text stands once, and when it was erased.
  content_sealed  bytea,
  parts           smallint not null default 1,
  asked_at        timestamptz not null,
  useful_until    timestamptz,
  next_at         timestamptz not null,
  -- Which attempt this is; answers to an older one change nothing.
  attempts        smallint not null default 0,
  -- Passing failures since it was asked for, or since a person asked again.
  failures        smallint not null default 0,
  -- From when passing failures are counted in hours: its first attempt, or the last asking again.
  first_tried_at  timestamptz,
  leased_until    timestamptz,
  -- Who was asked last. Pinned: nobody else may be asked, because it may have arrived there.
  account_id      uuid,
  pinned_since    timestamptz,
  counted         boolean not null default false,
  -- Code of what became of it last, with words.
  why             text,
  -- How the channel calls it.
  ref             text,
  settled_at      timestamptz,
  unique (office_id, id),
  constraint message_is_asked_once unique (office_id, client_key),
  constraint message_is_once_a_person_in_a_broadcast unique (broadcast_id, to_mark),
  constraint message_is_of_a_broadcast foreign key (office_id, broadcast_id)
    references deliveries.broadcast (office_id, id),
  constraint message_is_sent_by_an_account foreign key (office_id, account_id)
    references deliveries.account (office_id, id),
  constraint message_priority_is_known check (priority between 0 and 2),
  constraint message_has_parts check (parts between 1 and 20),
  constraint message_subject_is_whole check ((subject_kind is null) = (subject_id is null)),
  constraint message_being_sent_has_a_lease check ((state = 'sending') = (leased_until is not null)),
  constraint message_pinned_has_an_account check (pinned_since is null or account_id is not null),
  constraint message_held_or_failed_says_why check (state not in ('held', 'failed') or why is not null)
);
create index message_to_send on deliveries.message (office_id, channel, priority, next_at)
  where state = 'waiting';
create index message_due on deliveries.message (next_at) where state = 'waiting';
create index message_being_sent on deliveries.message (leased_until) where state = 'sending';
create index message_held on deliveries.message (office_id, id) where state = 'held';
create index message_of_subject on deliveries.message (office_id, subject_kind, subject_id);
create index message_by_ref on deliveries.message (office_id, channel, ref) where ref is not null;
call taicho.tenant_table('deliveries.message');
grant insert, update on deliveries.message to taicho_app;

create table deliveries.attempt (
  office_id  uuid not null,
  message_id uuid not null,
  number     smallint not null,
  account_id uuid not null,
  begun_at   timestamptz not null,
  ended_at   timestamptz,
  -- Null while it is under way, and when the worker died over it.
  outcome    deliveries.outcome,
  why        text,
  primary key (message_id, number),
  constraint attempt_is_of_a_message foreign key (office_id, message_id)
    references deliveries.message (office_id, id),
  constraint attempt_is_by_an_account foreign key (office_id, account_id)
    references deliveries.account (office_id, id)
);
call taicho.tenant_table('deliveries.attempt');
grant insert, update on deliveries.attempt to taicho_app;

-- What a channel told us afterwards; it may come before our own note that the message was taken.
create table deliveries.report (
  office_id uuid not null references offices.office (id),
  channel   deliveries.channel not null,
  ref       text not null,
  arrived   boolean not null,
  why       text,
  at        timestamptz not null,
  primary key (office_id, channel, ref, arrived)
);
call taicho.tenant_table('deliveries.report');
grant insert, delete on deliveries.report to taicho_app;

-- Events that came over a webhook, each taken once.
create table deliveries.webhook_event (
  office_id uuid not null references offices.office (id),
  channel   deliveries.channel not null,
  event_id  text not null,
  taken_at  timestamptz not null,
  constraint webhook_event_is_taken_once primary key (office_id, channel, event_id)
);
call taicho.tenant_table('deliveries.webhook_event');
grant insert, delete on deliveries.webhook_event to taicho_app;

-- Who follows the office's Zalo OA. The channel's own id of the person, no name.
create table deliveries.follower (
  office_id       uuid not null references offices.office (id),
  channel         deliveries.channel not null,
  to_mark         bytea not null,
  to_sealed       bytea not null,
  followed_at     timestamptz,
  unfollowed_at   timestamptz,
  -- Wrote that they want no bulletins; answers about their own matter still go out.
  opted_out_at    timestamptz,
  -- Free answers are counted from their last word.
  last_word_at    timestamptz,
  primary key (office_id, channel, to_mark)
);
call taicho.tenant_table('deliveries.follower');
grant insert, update, delete on deliveries.follower to taicho_app;

-- The offices that have something to send or to look after now. Ids only: each office's messages are
-- then read as that office.
create function deliveries.offices_with_work(at timestamptz) returns setof uuid
  language sql stable security definer set search_path = deliveries, pg_temp
  begin atomic
    select office_id from deliveries.message where state = 'waiting' and next_at <= at
    union
    select office_id from deliveries.message where state = 'sending' and leased_until <= at
    union
    select t.office_id from deliveries.token_pair t
      join deliveries.account a on a.id = t.account_id
     where not t.dead and a.disconnected_at is null
       and (t.expires_at <= at + interval '1 hour' or t.saved_at <= at - interval '7 days');
  end;
revoke execute on function deliveries.offices_with_work from public;
grant execute on function deliveries.offices_with_work to taicho_app;

-- After a backup was put back: what it shows as waiting may have gone out since, and a refresh token that
-- it holds may have been used. A person decides; only the owner of the database may call it.
create function deliveries.hold_after_restore() returns integer
  language plpgsql as $$
declare
  held integer;
begin
  update deliveries.message
     set state = 'held', why = 'restored', leased_until = null
   where state in ('waiting', 'sending');
  get diagnostics held = row_count;
  update deliveries.account a
     set state = 'needs_renewal', trouble = 'restored', trouble_at = now(), version = version + 1
   where disconnected_at is null
     and exists (select from deliveries.token_pair t where t.account_id = coalesce(a.tokens_of, a.id));
  update deliveries.token_pair set dead = true;
  return held;
end $$;
revoke execute on function deliveries.hold_after_restore from public;

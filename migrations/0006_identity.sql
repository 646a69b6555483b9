-- Who works at an office, what they may do, and how they prove that it is them.
create schema identity;
grant usage on schema identity to taicho_app;

-- What each may do stands in src/modules/identity/role.ts.
create type identity.role as enum
  ('officer', 'chairman', 'announcer', 'office_admin', 'province_viewer');

create table identity.officer (
  id                   uuid primary key default gen_random_uuid(),
  office_id            uuid not null references offices.office (id),
  -- One name in the whole house: it is asked for before the office is known.
  login                text not null,
  full_name            text not null,
  -- Chức danh, as on the plate on the desk.
  title                text not null default '',
  role                 identity.role not null,
  -- Argon2id in PHC form: $argon2id$v=19$m=…,t=…,p=…$salt$hash
  password_hash        text not null check (password_hash like '$argon2id$%'),
  must_change_password boolean not null,
  -- Sealed with the key that the database never sees.
  totp_secret          bytea,
  totp_confirmed_at    timestamptz,
  -- The newest 30-second step whose code was accepted: RFC 6238 §5.2 forbids a second use.
  totp_last_step       bigint,
  active               boolean not null default true,
  added_at             timestamptz not null,
  -- Rows that point here carry their office too, so that no key crosses offices.
  unique (office_id, id),
  constraint officer_has_a_name check (btrim(full_name) <> ''),
  constraint officer_login_is_unique unique (login),
  constraint officer_login_is_plain check (login ~ '^[a-z0-9][a-z0-9._@-]{2,63}$'),
  constraint officer_totp_is_confirmed_with_a_secret
    check (totp_confirmed_at is null or (totp_secret is not null and totp_last_step is not null))
);
call taicho.tenant_table('identity.officer');
grant insert, update on identity.officer to taicho_app;

-- Printed once, when the second factor is turned on; each opens the door once.
create table identity.recovery_code (
  office_id  uuid not null,
  officer_id uuid not null,
  -- HMAC of the code under the key outside the database.
  code_mark  bytea not null,
  primary key (office_id, officer_id, code_mark),
  foreign key (office_id, officer_id) references identity.officer (office_id, id)
);
call taicho.tenant_table('identity.recovery_code');
grant insert, delete on identity.recovery_code to taicho_app;

create table identity.session (
  id           uuid primary key default gen_random_uuid(),
  office_id    uuid not null,
  officer_id   uuid not null,
  -- SHA-256 of the token in the cookie: who reads this table can enter nowhere.
  token_hash   bytea not null check (length(token_hash) = 32),
  -- "Chrome trên Windows": enough to know one's own device again. No address is kept.
  device       text not null default '' check (length(device) <= 60),
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  foreign key (office_id, officer_id) references identity.officer (office_id, id),
  constraint session_token_is_unique unique (token_hash)
);
create index session_of_officer on identity.session (office_id, officer_id, last_seen_at desc);
call taicho.tenant_table('identity.session');
grant insert, update, delete on identity.session to taicho_app;

-- Wrong tries by login name, whether or not anybody has that name: a stranger learns nothing from
-- the pause. The name itself is not kept (some type their password there), only its keyed mark.
create table identity.sign_in_tries (
  login_mark   bytea primary key,
  failures     integer not null check (failures >= 0),
  last_try_at  timestamptz not null,
  locked_until timestamptz
);
create index sign_in_tries_by_age on identity.sign_in_tries (last_try_at);
grant select, insert, update, delete on identity.sign_in_tries to taicho_app;

-- Before an office is known, the program may ask two things across offices, no more:
-- at which office a login name works …
create function identity.office_of_login(login text) returns uuid
  language sql stable security definer set search_path = identity, pg_temp
  begin atomic
    select o.office_id from identity.officer o where o.login = office_of_login.login;
  end;

-- … and whose session a token opens, for whoever holds the token.
create function identity.session_by_token(token_hash bytea)
  returns table (
    id uuid, office_id uuid, last_seen_at timestamptz, expires_at timestamptz,
    officer_id uuid, login text, full_name text, title text, role identity.role,
    must_change_password boolean, totp_on boolean
  )
  language sql stable security definer set search_path = identity, pg_temp
  begin atomic
    select s.id, s.office_id, s.last_seen_at, s.expires_at,
           o.id, o.login, o.full_name, o.title, o.role,
           o.must_change_password, o.totp_confirmed_at is not null
      from identity.session s
      join identity.officer o on o.office_id = s.office_id and o.id = s.officer_id
     where s.token_hash = session_by_token.token_hash and o.active;
  end;

revoke execute on function identity.office_of_login, identity.session_by_token from public;
grant execute on function identity.office_of_login, identity.session_by_token to taicho_app;

-- What every module stands on: extensions, the office that a connection works for, text folding.
-- (The schema taicho itself is made by the migrator, which keeps its own tables in it.)
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

grant usage on schema taicho to taicho_app;

-- The office that this connection works for; null for work on national data only.
create function taicho.current_office() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('taicho.office_id', true), '')::uuid;

-- The same folding as src/base/fold.ts: NFC, lower case, no marks, đ as d, one space between words.
create function taicho.fold(said text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    translate(
      regexp_replace(normalize(lower(said), nfd), U&'[\0300-\036f]', '', 'g'),
      U&'đ\2019\2018`\00b4', 'd'''''''''
    ), '\s+', ' ', 'g'));

-- Hides the rows of other offices from the program, whatever it asks. Every tenant table calls it.
-- Rights beyond select are granted by the migration that makes the table.
create procedure taicho.tenant_table(tenant regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant);
  execute format(
    'create policy rows_of_the_office on %s using (office_id = taicho.current_office())
       with check (office_id = taicho.current_office())', tenant);
  execute format('grant select on %s to taicho_app', tenant);
end $$;

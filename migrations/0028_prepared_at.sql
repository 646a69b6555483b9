-- When a file was made ready for its signature: it says so inside, and a signature that comes much later
-- belongs into a file made anew. Null for what was prepared before this was kept.
alter table signing.job
  add column prepared_at timestamptz,
  add constraint job_knows_since_when_it_is_prepared check (
    prepared_at is null or prepared_hash is not null);

-- The choice of lanes is planned once a connection: planned at each call, as PostgreSQL would have it
-- for a limit that is a parameter, the plan takes longer than the search.
-- https://www.postgresql.org/docs/18/plpgsql-implementation.html#PLPGSQL-PLAN-CACHING
alter function queue.choose_lanes(
  uuid, uuid, timestamptz, queue.rules, int, int, int, int, boolean)
  set plan_cache_mode = force_generic_plan;

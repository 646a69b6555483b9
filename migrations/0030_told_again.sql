-- A day whose bulletin was withdrawn can be told of again, by another bulletin.
alter table outreach.bulletin drop constraint bulletin_is_one_a_service_day;
create unique index bulletin_is_one_a_service_day on outreach.bulletin (service_day_id)
  where withdrawn_at is null;

-- What was settled lately, of every office: for whoever watches the machine.
create index message_settled on deliveries.message (settled_at) where settled_at is not null;

-- How many messages of every office there are by channel and state: all that are not settled, and what was
-- settled in the last day. Numbers only. `overdue` is how long the first in line should have gone out.
create function deliveries.figures(at timestamptz)
  returns table (channel deliveries.channel, state deliveries.state, messages integer, overdue float8)
  language sql stable security definer set search_path = deliveries, pg_temp
  begin atomic
    select m.channel, m.state, count(*)::integer,
           extract(epoch from at - min(m.next_at) filter (where m.state = 'waiting' and m.next_at <= at))::float8
      from deliveries.message m
     where m.state in ('waiting', 'sending', 'held')
     group by m.channel, m.state
    union all
    select m.channel, m.state, count(*)::integer, null
      from deliveries.message m
     where m.state in ('accepted', 'delivered', 'failed', 'withdrawn')
       and m.settled_at > at - interval '1 day'
     group by m.channel, m.state;
  end;
revoke execute on function deliveries.figures from public;
grant execute on function deliveries.figures to taicho_app;

-- What was really sent is found by the day on which the channel took it.
create index message_taken on deliveries.message (office_id, settled_at)
  where state in ('accepted', 'delivered');

-- When a follower last asked for the bulletins: a word that was said before and comes after changes nothing.
alter table deliveries.follower add column opted_in_at timestamptz;

-- Who waits for a place has said how they heard before there is an appointment; it goes over into that.
alter table reach.heard
  add column wish_id uuid,
  add constraint heard_is_once_for_a_wish unique (wish_id),
  add constraint heard_is_for_a_wish foreign key (office_id, wish_id)
    references queue.wish (office_id, id) on delete cascade,
  drop constraint heard_is_of_one_coming,
  add constraint heard_is_of_one_coming
    check (num_nonnulls(appointment_id, visit_id, request_id, wish_id) = 1);

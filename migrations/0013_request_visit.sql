-- The visit during which a request was received: one visit can hold several.
alter table requests.request
  add column visit_id uuid,
  add constraint request_was_received_during_a_visit foreign key (office_id, visit_id)
    references queue.visit (office_id, id);
create index request_of_visit on requests.request (visit_id) where visit_id is not null;

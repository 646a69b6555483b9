import type { refuseBreach } from '#src/base/refuse-breach.ts'

type Breaches = Parameters<typeof refuseBreach>[0]

/** What the database says no to when a programme is written, in the words of a refusal. */
export const programmeBreaches: Breaches = {
  programme_is_held_at_a_venue: ['service_days.venue_unknown', { field: 'venueId' }],
  programme_officer_names_an_officer_of_the_office: [
    'service_days.officer_unknown',
    { field: 'officerIds' },
  ],
  programme_procedure_is_a_known_one: ['service_days.procedure_unknown', { field: 'procedures' }],
  programme_is_decided_once: ['service_days.programme_twice', { field: 'nameVi' }],
  programme_weekday_is_iso: ['service_days.weekday_unknown', { field: 'weekday' }],
  programme_ends_after_it_begins: ['service_days.ends_before_it_begins', { field: 'validTo' }],
}

/** The same for a single day. */
export const dayBreaches: Breaches = {
  service_day_is_held_at_a_venue: ['service_days.venue_unknown', { field: 'venueId' }],
  service_day_is_one_a_date_in_programme: ['service_days.date_taken', { field: 'date' }],
  roster_names_an_officer_of_the_office: ['service_days.officer_unknown', { field: 'officerIds' }],
}

import type { refuseBreach } from '#src/base/refuse-breach.ts'

/** What the constraints of seats say no to, whoever wrote them, in the words of a refusal. */
export const seatBreaches: Parameters<typeof refuseBreach>[0] = {
  seat_is_given_once: ['queue.seat_taken', { field: 'start' }],
  day_keeps_time_for_walk_ins: ['queue.day_full', { field: 'start' }],
  day_keeps_room_for_walk_ins: ['queue.day_full', { field: 'start' }],
  appointment_procedure_is_a_known_one: ['queue.procedure_unknown', { field: 'procedureCodes' }],
}

export {
  appointmentCan,
  isOver,
  type Appointment,
  type AppointmentAction,
  type AppointmentState,
  type GroupPerson,
} from './appointment.ts'
export type { Board, BoardCall } from './board.ts'
export { bookHeld } from './book-held.ts'
export type { Call } from './call.ts'
export { callAgain } from './call-again.ts'
export { callNext } from './call-next.ts'
export { changeRules } from './change-rules.ts'
export { estimateWait, type Pace, type WaitMinutes } from './estimate-wait.ts'
export { findAppointmentByCode } from './find-appointment-by-code.ts'
export { findHold } from './find-hold.ts'
export { findSitting } from './find-sitting.ts'
export { finishVisit } from './finish-visit.ts'
export type { FreeTime } from './free-time.ts'
export { getAppointment } from './get-appointment.ts'
export { getTicket } from './get-ticket.ts'
export { getVisit, type Visit } from './get-visit.ts'
export type { Hold } from './hold.ts'
export { holdInstead } from './hold-instead.ts'
export { holdSeat } from './hold-seat.ts'
export type { CommandKind, CounterNow, Line, LineCommand, Superseded } from './line.ts'
export { listBookableDays, type BookableDay } from './list-bookable-days.ts'
export { listExpectedMinutes } from './list-expected-minutes.ts'
export { listFreeTimes } from './list-free-times.ts'
export { listVisitCodes } from './list-visit-codes.ts'
export { minutesFor } from './minutes-for.ts'
export { readNearTimes, type NearTime } from './nearest-times.ts'
export { readBoard } from './read-board.ts'
export { readLine } from './read-line.ts'
export { readRules } from './read-rules.ts'
export { readTurn } from './read-turn.ts'
export { readTurns } from './read-turns.ts'
export { releaseHold } from './release-hold.ts'
export { usualRules, type Priority, type Rules } from './rules.ts'
export { setExpectedMinutes } from './set-expected-minutes.ts'
export { sitDown } from './sit-down.ts'
export { standUp } from './stand-up.ts'
export { startServing } from './start-serving.ts'
export { takeTicket, type NewTicket } from './take-ticket.ts'
export { parseTicketCode, ticketCode, type Ticket } from './ticket.ts'
export type { Turn } from './turn.ts'
export {
  visitCan,
  type LineVisit,
  type Outcome,
  type Source,
  type VisitAction,
  type VisitState,
} from './visit.ts'
export { askWaitingList } from './ask-waiting-list.ts'
export { bookForCaller } from './book-for-caller.ts'
export { bookGroup } from './book-group.ts'
export type { BookedPerson } from './booked-person.ts'
export { cancelAppointment } from './cancel-appointment.ts'
export { changeAppointment } from './change-appointment.ts'
export { displaceAppointments } from './displace-appointments.ts'
export { forgetHolds } from './forget-holds.ts'
export { getWish } from './get-wish.ts'
export { listAppointments } from './list-appointments.ts'
export { listBookedPeople } from './list-booked-people.ts'
export { listServiceDaysWithWishes } from './list-service-days-with-wishes.ts'
export { nameGroup } from './name-group.ts'
export { passOffer } from './pass-offer.ts'
export { passOnFreedSeats, type Offer } from './pass-on-freed-seats.ts'
export { takeOffer } from './take-offer.ts'
export type { DayPart, Wish, WishState } from './wish.ts'
export { withdrawWish } from './withdraw-wish.ts'

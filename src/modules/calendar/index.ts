export { clearOfficeDay } from './clear-office-day.ts'
export { instantOf } from './clock.ts'
export { computeDue, type Due, type DueInput } from './compute-due.ts'
export type { Day, DayKind, DayName } from './day.ts'
export type { Step } from './explain-due.ts'
export { requireExtension, type Extension } from './require-extension.ts'
export { span, usualHours, usualWeek, type DayHours, type Span, type WeekHours } from './hours.ts'
export { listDays } from './list-days.ts'
export type { Pause } from './pause.ts'
export { placeProgrammeDay, type DayOffPolicy, type Placement } from './place-programme-day.ts'
export { readCalendar } from './read-calendar.ts'
export { sayDay, sayPlacement, sayStep, type Say } from './say-step.ts'
export { setOfficeDay } from './set-office-day.ts'
export { setOfficeHours } from './set-office-hours.ts'
export type { Term } from './term.ts'
export {
  getDay,
  hoursInForce,
  isWorkingDay,
  nationalCalendar,
  openSpans,
  type OfficeDay,
  type WorkCalendar,
} from './work-calendar.ts'
export {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

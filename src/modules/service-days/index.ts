export { addExtraDay } from './add-extra-day.ts'
export { addProgramme } from './add-programme.ts'
export { cancelServiceDay } from './cancel-service-day.ts'
export { changeProgramme } from './change-programme.ts'
export { changeServiceDay } from './change-service-day.ts'
export { closeServiceDay } from './close-service-day.ts'
export { endProgramme } from './end-programme.ts'
export { findNextServiceDay } from './find-next-service-day.ts'
export { findOpenServiceDay } from './find-open-service-day.ts'
export { getProgramme } from './get-programme.ts'
export { getServiceDay, type WholeServiceDay } from './get-service-day.ts'
export type { Hours, Span } from './hours.ts'
export { listProgrammes } from './list-programmes.ts'
export { listServiceDays } from './list-service-days.ts'
export { moveServiceDay } from './move-service-day.ts'
export { openServiceDay } from './open-service-day.ts'
export { planDays } from './plan-days.ts'
export type {
  HolidayPolicy,
  Partner,
  PartnerKind,
  Programme,
  ProgrammeTerms,
  Promised,
} from './programme.ts'
export { requireOpenServiceDay } from './require-open-service-day.ts'
export {
  serviceDayCan,
  type ServiceDay,
  type ServiceDayAction,
  type ServiceDayState,
} from './service-day.ts'

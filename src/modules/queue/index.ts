export { getVisit, type Visit } from './get-visit.ts'
export { listVisitCodes } from './list-visit-codes.ts'
export { usualRules, type Priority, type Rules } from './rules.ts'

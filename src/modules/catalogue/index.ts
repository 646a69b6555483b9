export type { Answers } from './answers.ts'
export { buildChecklist, nextQuestions, type Checklist } from './checklist.ts'
export { feeFor } from './fee-for.ts'
export { nationalFee, type Fee } from './fee.ts'
export { getProcedure } from './get-procedure.ts'
export { getProcedureVersion } from './get-procedure-version.ts'
export { importProcedures } from './import-procedures.ts'
export type { ImportReport, ImportTrouble } from './import-report.ts'
export { listAuthorities } from './list-authorities.ts'
export { listOfficeFees, type OfficeFee } from './list-office-fees.ts'
export { listProcedures } from './list-procedures.ts'
export { loadCatalogue } from './load-catalogue.ts'
export type {
  Channel,
  Condition,
  Method,
  Paper,
  ProcessingTime,
  Proxy,
  Question,
  Said,
} from './pack.ts'
export type { ProcedureItem } from './procedure-item.ts'
export type { Authority, ProcedureVersion } from './procedure-version.ts'
export { readFields } from './read-fields.ts'
export {
  judgeProxy,
  proxyRule,
  relations,
  type ProxyJudgement,
  type ProxyProof,
  type ProxyReason,
  type Relation,
} from './relation.ts'
export { searchProcedures, type SearchedItem, type SearchResult } from './search-procedures.ts'
export { setOfficeFee } from './set-office-fee.ts'

export { findBrokenLink } from './find-broken-link.ts'
export { listEntries, type AuditEntry } from './list-entries.ts'
export { record, writtenActor } from './record.ts'

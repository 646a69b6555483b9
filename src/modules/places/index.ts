export type { Commune } from './commune.ts'
export { findCommune } from './find-commune.ts'
export type { PlaceFound } from './find-named.ts'
export { getCommune } from './get-commune.ts'
export { parseIdCardQr, type IdCard } from './id-card-qr.ts'
export {
  checkIdNumber,
  maskIdNumber,
  parseIdNumber,
  type IdNumber,
  type IdWarning,
} from './id-number.ts'
export { listCommunes } from './list-communes.ts'
export { listPredecessors, type FormerName } from './list-predecessors.ts'
export { listProvinces } from './list-provinces.ts'
export { listSuccessors, type Successor } from './list-successors.ts'
export { loadPlaces } from './load-places.ts'
export { lastDigits, maskPhone, normalizePhone } from './phone.ts'
export type { Province } from './province.ts'
export { searchPlaces } from './search-places.ts'

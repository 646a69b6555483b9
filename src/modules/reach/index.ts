export { channels, paidChannels, targets, type Channel, type Target } from './channel.ts'
export { findHeard } from './find-heard.ts'
export { nothingHeard, saysNothing, type Coming, type Heard } from './heard.ts'
export { tellHeard } from './tell-heard.ts'
export { addBusiness } from './add-business.ts'
export type { Business, BusinessInput } from './business.ts'
export { changeBusiness } from './change-business.ts'
export type { HamletWays, ReachedHamlet } from './hamlet.ts'
export { listBusinesses } from './list-businesses.ts'
export { listHamletWays } from './list-hamlet-ways.ts'
export { revealContactPhone } from './reveal-contact-phone.ts'
export { setHamletWays } from './set-hamlet-ways.ts'
export { countOpening } from './count-opening.ts'
export { findLink } from './find-link.ts'
export { findLinkFor } from './find-link-for.ts'
export { importRegister } from './import-register.ts'
export type { Link } from './link.ts'
export { listLinks, type CountedLink } from './list-links.ts'
export { makeLink } from './make-link.ts'
export { previewRegister, type RegisterPreview } from './preview-register.ts'
export type { PlannedRow } from './planned.ts'
export { readCsv } from './register/read-csv.ts'
export { readWorkbook } from './register/read-workbook.ts'
export { registerKinds, type RegisterKind } from './register/register.ts'
export type { Span } from './span.ts'
export { listEfforts, type Effort } from './list-efforts.ts'
export { noteEffort } from './note-effort.ts'
export {
  enoughPlaced,
  fewPeople,
  type BusinessReach,
  type ChannelReach,
  type HamletReach,
  type NoticesSent,
  type ReachPicture,
} from './picture.ts'
export { readPicture } from './read-picture.ts'
export { readUnitCosts } from './read-unit-costs.ts'
export { removeEffort } from './remove-effort.ts'
export { setUnitCosts } from './set-unit-costs.ts'
export { airedInVain, suggest, type Suggestion } from './suggest.ts'
export type { UnitCosts } from './unit-cost.ts'
export { writeRegister } from './write-register.ts'

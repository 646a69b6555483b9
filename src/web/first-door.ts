import type { Right } from '#src/base/ctx.ts'
import { paths } from './paths.ts'

/** Where an officer's day begins: the first of these that is open to them. */
const doors: [Right, string][] = [
  ['requests.work', paths.desk()],
  ['ratings.answer', paths.chief()],
  ['offices.edit', paths.admin()],
  ['outreach.write', paths.airing()],
  ['reports.read', paths.reports()],
]

export function firstDoor(rights: readonly Right[]): string {
  return doors.find(([right]) => rights.includes(right))?.[1] ?? paths.account()
}

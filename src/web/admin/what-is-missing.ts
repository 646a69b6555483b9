import { listOfficers } from '#src/modules/identity/index.ts'
import { listCounters, listVenues } from '#src/modules/offices/index.ts'
import { listProgrammes } from '#src/modules/service-days/index.ts'
import type { Ctx } from '#src/base/ctx.ts'
import type { Words } from '#src/words/index.ts'
import { paths } from '../paths.ts'

export type Missing = { what: keyof Words['admin']['home']['missing']['list']; href: string | null }

const local = /^https?:\/\/(localhost|127\.|\[::1\]|0\.0\.0\.0)/

/**
 * What an office cannot do without and does not have yet, in the order in which it is best set; each
 * with the page where that is done. The address of the house is set by whoever keeps the machine.
 */
export async function whatIsMissing(
  ctx: Ctx,
  house: { publicUrl: string; isDemo: boolean },
): Promise<Missing[]> {
  const venues = await listVenues(ctx)
  const officers = await listOfficers(ctx)
  const counters = await listCounters(ctx)
  const programmes = await listProgrammes(ctx)
  const nobody = (role: string) => !officers.some((it) => it.active && it.role === role)
  const missing: [boolean, Missing][] = [
    [!house.isDemo && local.test(house.publicUrl), { what: 'address', href: null }],
    [venues.length === 0, { what: 'venue', href: paths.adminVenues() }],
    [nobody('officer'), { what: 'officer', href: paths.adminOfficers() }],
    [nobody('chairman'), { what: 'chairman', href: paths.adminOfficers() }],
    [!counters.some((it) => it.inUse), { what: 'counter', href: `${paths.adminLine()}/quay` }],
    [programmes.length === 0, { what: 'programme', href: paths.programmeNew() }],
  ]
  return missing.flatMap(([is, it]) => (is ? [it] : []))
}

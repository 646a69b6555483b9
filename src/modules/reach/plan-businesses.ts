import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import type { Hamlet } from '#src/modules/offices/index.ts'
import { addBusiness } from './add-business.ts'
import { changeBusiness } from './change-business.ts'
import { listBusinesses } from './list-businesses.ts'
import { nothing, type Planned } from './planned.ts'
import { readSealedPhones } from './read-sealed-phones.ts'
import type { BusinessRow } from './register/read-rows.ts'

/** What becomes of each business of a table; one that was taken off the list comes back by it. */
export async function planBusinesses(
  ctx: Ctx,
  rows: readonly BusinessRow[],
  hamlets: readonly Hamlet[],
): Promise<Planned[]> {
  const kept = new Map((await listBusinesses(ctx)).map((it) => [fold(it.name), it]))
  const phones = await readSealedPhones(ctx, 'businesses')
  const hamletIds = new Map(hamlets.map((it) => [it.name, it.id]))
  return rows.map(({ said, troubles, ...row }) => {
    if (troubles.length > 0) return { ...row, troubles, will: 'wrong', write: nothing }
    const now = kept.get(fold(row.name))
    const hamletId = said.hamlet === undefined ? undefined : hamletIds.get(said.hamlet)
    const business = {
      name: now?.name ?? row.name,
      workers: said.workers ?? now?.workers ?? null,
      contactName: said.contactName ?? now?.contactName ?? '',
      contactPhone: said.contactPhone ?? null,
      address: said.address ?? now?.address ?? '',
      hamletId: hamletId ?? now?.hamletId ?? null,
      inUse: true,
    }
    if (!now)
      return {
        ...row,
        ...{ troubles, will: 'add' },
        write: async (ctx) => void (await addBusiness(ctx, business)),
      }
    const { contactPhone, ...plain } = business
    const same =
      (contactPhone === null || contactPhone === phones.get(now.id)) &&
      (Object.keys(plain) as (keyof typeof plain)[]).every((key) => plain[key] === now[key])
    if (same) return { ...row, troubles, will: 'same', write: nothing }
    return {
      ...row,
      ...{ troubles, will: 'change' },
      write: (ctx) => changeBusiness(ctx, { businessId: now.id, changes: business }),
    }
  })
}

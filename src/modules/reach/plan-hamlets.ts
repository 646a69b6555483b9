import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { addHamlet, changeHamlet } from '#src/modules/offices/index.ts'
import { listHamletWays } from './list-hamlet-ways.ts'
import { nothing, type Planned } from './planned.ts'
import { readSealedPhones } from './read-sealed-phones.ts'
import type { HamletRow } from './register/read-rows.ts'
import { setHamletWays } from './set-hamlet-ways.ts'

/** What becomes of each hamlet of a table. */
export async function planHamlets(ctx: Ctx, rows: readonly HamletRow[]): Promise<Planned[]> {
  const kept = new Map((await listHamletWays(ctx)).map((it) => [fold(it.name), it]))
  const phones = await readSealedPhones(ctx, 'hamlets')
  return rows.map(({ said, troubles, ...row }) => {
    if (troubles.length > 0) return { ...row, troubles, will: 'wrong', write: nothing }
    const now = kept.get(fold(row.name))
    const { households = now?.households ?? null } = said
    const ways = {
      hasLoudspeaker: said.loudspeaker ?? now?.hasLoudspeaker ?? false,
      headName: said.headName ?? now?.headName ?? '',
      headPhone: said.headPhone ?? null,
    }
    if (!now)
      return {
        ...row,
        ...{ troubles, will: 'add' },
        write: async (ctx) => {
          const { id } = await addHamlet(ctx, { name: row.name, households })
          await setHamletWays(ctx, { hamletId: id, ways })
        },
      }
    const samePhone = ways.headPhone === null || ways.headPhone === phones.get(now.id)
    const sameWays =
      samePhone && ways.hasLoudspeaker === now.hasLoudspeaker && ways.headName === now.headName
    const sameCount = households === now.households
    if (sameWays && sameCount) return { ...row, troubles, will: 'same', write: nothing }
    return {
      ...row,
      ...{ troubles, will: 'change' },
      write: async (ctx) => {
        const hamletId = now.id
        if (!sameCount) await changeHamlet(ctx, { hamletId, changes: { households } })
        if (!sameWays) await setHamletWays(ctx, { hamletId, ways })
      },
    }
  })
}

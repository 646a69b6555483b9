import { randomUUID } from 'node:crypto'
import { inTransaction } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import { record } from '#src/modules/audit/index.ts'
import {
  officeBreaches,
  officeColumns,
  officeOf,
  type Office,
  type OfficeSettings,
} from './office.ts'

type NewOffice = Pick<Office, 'slug' | 'commune' | 'name'> &
  Partial<OfficeSettings & Pick<Office, 'isDemo'>>

/**
 * A commune's desk joins this installation. Asked for from the command line only, so the system is
 * the actor; the new office's own trail begins with it. Refuses an address that is taken or
 * malformed and a commune that is not in the list.
 */
export async function openOffice(world: World, input: NewOffice): Promise<Office> {
  const ctx = enterOffice(world, randomUUID(), { kind: 'system', job: 'open_office' })
  return inTransaction(ctx, async (ctx) => {
    const row = await refuseBreach(officeBreaches, () =>
      ctx.db
        .insertInto('offices.office')
        .values({
          ...officeColumns(input),
          id: ctx.officeId,
          slug: input.slug,
          name: input.name.vi,
          name_en: input.name.en,
          commune_code: input.commune.code,
          commune_valid_from: input.commune.validFrom,
          is_demo: input.isDemo ?? false,
          opened_at: ctx.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'offices.opened', row.id, { slug: row.slug })
    return officeOf(row)
  })
}

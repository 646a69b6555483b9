import { sql, type Insertable } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { OfficesAgencyDistance } from '#src/base/database.generated.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { AgencySeat } from './agency-distance.ts'

type NewDistance = {
  at: AgencySeat
  /** One way by road, 0 to 3,000; null when from that day on there is no such seat. */
  km: number | null
  note?: string
  /** The first day. The distance before it stays; what was set from a later day stays too. */
  from: Temporal.PlainDate
}

/** The office says how far a seat is from a day on. Refuses a distance outside 0 to 3,000 km. */
export async function setAgencyDistance(ctx: Ctx, input: NewDistance): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    // Two people who set distances of one office take turns: each sees where the other's end.
    await ctx.db
      .selectFrom('offices.office')
      .select('id')
      .where('id', '=', ctx.officeId)
      .forUpdate()
      .execute()
    const ours = ctx.db
      .selectFrom('offices.agency_distance')
      .where('office_id', '=', ctx.officeId)
      .where('at', '=', input.at)
    const before = await ours
      .select(['valid_from', 'valid_to'])
      .where(sql<boolean>`valid @> ${input.from}::date`)
      .executeTakeFirst()
    const after = await ours
      .select('valid_from')
      .where('valid_from', '>', input.from)
      .orderBy('valid_from')
      .executeTakeFirst()

    if (before) await cutShort(ctx, input.at, before.valid_from, input.from)
    const { at, km, note = '', from } = input
    const valid_to = before?.valid_to ?? after?.valid_from ?? null
    if (km !== null) await insert(ctx, { at, km, note, valid_from: from, valid_to })
    await record(ctx, 'offices.distance_set', ctx.officeId, { at, km, from: from.toString() })
  })
}

async function cutShort(
  ctx: Ctx,
  at: AgencySeat,
  validFrom: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Promise<void> {
  if (validFrom.equals(end))
    await ctx.db
      .deleteFrom('offices.agency_distance')
      .where('office_id', '=', ctx.officeId)
      .where('at', '=', at)
      .where('valid_from', '=', validFrom)
      .execute()
  else
    await ctx.db
      .updateTable('offices.agency_distance')
      .set({ valid_to: end })
      .where('office_id', '=', ctx.officeId)
      .where('at', '=', at)
      .where('valid_from', '=', validFrom)
      .execute()
}

async function insert(
  ctx: Ctx,
  distance: Omit<Insertable<OfficesAgencyDistance>, 'office_id'>,
): Promise<void> {
  await refuseBreach(
    { agency_distance_is_possible: ['offices.distance_impossible', { field: 'km' }] },
    () =>
      ctx.db
        .insertInto('offices.agency_distance')
        .values({ office_id: ctx.officeId, ...distance })
        .execute(),
  )
}

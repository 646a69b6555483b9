import type { Ctx } from '#src/base/ctx.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import type { CommandKind, LineCommand, Superseded } from './line.ts'
import { ticketCode } from './ticket.ts'

const shown = 20

/** The last things that were done to the line of a day, newest first, those without effect too. */
export async function listLastCommands(ctx: Ctx, serviceDayId: string): Promise<LineCommand[]> {
  const rows = await ctx.db
    .selectFrom('queue.command as c')
    .leftJoin('queue.visit as v', 'v.id', 'c.visit_id')
    .select([
      ...(['c.client_key', 'c.kind', 'c.at', 'c.officer_id', 'c.counter_id'] as const),
      ...(['c.on_the_spot', 'c.superseded', 'c.undone_at', 'v.series', 'v.number'] as const),
    ])
    .where('c.office_id', '=', ctx.officeId)
    .where('c.service_day_id', '=', serviceDayId)
    .orderBy('c.id', 'desc')
    .limit(shown)
    .execute()
  const ids = rows.flatMap((row) => row.officer_id ?? [])
  const names = await readOfficerNames(ctx, ids)
  return rows.map((row) => ({
    clientKey: row.client_key,
    kind: row.kind as CommandKind,
    at: row.at,
    officerId: row.officer_id,
    officerName: names.get(row.officer_id ?? '')?.fullName ?? null,
    counterId: row.counter_id,
    code: row.number === null ? null : ticketCode({ series: row.series ?? '', number: row.number }),
    onTheSpot: row.on_the_spot,
    superseded: row.superseded as Superseded | null,
    undone: row.undone_at !== null,
  }))
}

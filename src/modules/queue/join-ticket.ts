import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { command } from './command.ts'
import { getTicket } from './get-ticket.ts'
import { giveTicket } from './give-ticket.ts'
import type { Joining, TicketOnTheSpot } from './on-the-spot.ts'
import { readRules } from './read-rules.ts'
import { requireLineOpen } from './require-line-open.ts'
import type { Ticket } from './ticket.ts'

/**
 * A number that a desk handed out while it was cut off comes into the line, at the moment when it was
 * given. It stands on paper already: what was wrongly written with it is left out, never the number.
 * Refuses a letter that is not this desk's, and a number that was given to somebody else.
 */
export async function joinTicket(
  ctx: Ctx,
  { serviceDayId, spot }: Joining,
  said: TicketOnTheSpot,
): Promise<Ticket> {
  return command(
    ctx,
    { kind: 'ticket', clientKey: said.clientKey, serviceDayId, spot, counterId: spot.counterId },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId, spot)
      await requireLetter(ctx, { serviceDayId, spot }, said.series)
      if (!Number.isInteger(said.number) || said.number < 1 || said.number > 99_999)
        throw new Refusal('queue.number_used')
      return giveTicket(ctx, command, {
        ...{ source: 'on_the_spot', rules: await readRules(ctx) },
        ...{ priority: said.priority ?? null, phone: null },
        name: said.name?.trim().slice(0, 120) || null,
        procedureCodes: await knownOf(ctx, said.procedureCodes ?? []),
        onTheSpot: { series: said.series, number: said.number },
      })
    },
    (ctx, done) => getTicket(ctx, done.visit_id!, done.did.ahead),
  )
}

async function requireLetter(
  ctx: Ctx,
  { serviceDayId, spot }: Joining,
  letter: string,
): Promise<void> {
  const leased = await ctx.db
    .selectFrom('queue.series')
    .select('letter')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where('device_id', '=', spot.deviceId)
    .executeTakeFirst()
  if (leased?.letter !== letter) throw new Refusal('queue.number_used')
}

async function knownOf(ctx: Ctx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const known = await listProcedures(ctx, { codes: [...codes] })
  return codes.filter((code) => known.some((it) => it.code === code))
}

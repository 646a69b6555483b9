import type { Ctx } from '#src/base/ctx.ts'
import { command } from './command.ts'
import { getTicket } from './get-ticket.ts'
import { giveTicket } from './give-ticket.ts'
import { readRules } from './read-rules.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { requireRoom } from './require-room.ts'
import type { Priority } from './rules.ts'
import type { Ticket } from './ticket.ts'

export type NewTicket = {
  clientKey: string
  serviceDayId: string
  source: 'kiosk' | 'desk'
  priority?: Priority | null
  procedureCodes?: readonly string[]
  name?: string | null
  phone?: string | null
}

/**
 * Somebody takes the next number of an open day: at the kiosk by themselves, at the desk from an
 * officer. Two kiosks pressed at the same moment give two numbers.
 *
 * Refuses a day that is not open, and a day with room for so many people when they have come; places
 * of those who booked are kept for them.
 */
export async function takeTicket(ctx: Ctx, input: NewTicket): Promise<Ticket> {
  if (input.source === 'desk') requireDesk(ctx)
  return command(
    ctx,
    { kind: 'ticket', clientKey: input.clientKey, serviceDayId: input.serviceDayId },
    async (ctx, command) => {
      const day = await requireLineOpen(ctx, input.serviceDayId)
      const rules = await readRules(ctx)
      return giveTicket(ctx, command, {
        ...{ source: input.source, rules, priority: input.priority ?? null },
        ...{ procedureCodes: input.procedureCodes ?? [] },
        ...{ name: input.name ?? null, phone: input.phone ?? null },
        before: () => requireRoom(ctx, day),
      })
    },
    (ctx, done) => getTicket(ctx, done.visit_id!, done.did.ahead),
  )
}

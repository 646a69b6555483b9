import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { findCommand, type DoneCommand } from './command.ts'
import { carryOut } from './carry-out.ts'
import type { Superseded } from './line.ts'
import { supersededBy, type Joined, type Joining, type OnTheSpotCommand } from './on-the-spot.ts'
import { readDay } from './read-day.ts'
import { requireDesk } from './require-desk.ts'
import { requireDevice } from './require-device.ts'
import { requireClientKey } from './said.ts'
import { ticketCode } from './ticket.ts'
import { writeSuperseded } from './write-superseded.ts'

const most = 1000

/**
 * What a desk did while it was cut off becomes part of the line, in the order in which it was done,
 * each by itself: what still fits has its effect, at the moment when it was made; what no longer does,
 * because another counter called meanwhile, is kept with the reason and changes nothing. The whole
 * list may be sent again: what was joined before is answered and not done twice.
 *
 * Refuses a device that has no letter of this office, and more than a thousand commands at once.
 */
export async function joinCommands(
  ctx: Ctx,
  input: { serviceDayId: string; deviceId: string; commands: readonly OnTheSpotCommand[] },
): Promise<Joined[]> {
  requireDesk(ctx)
  if (input.commands.length > most) throw new Refusal('queue.join_too_many')
  for (const { clientKey } of input.commands) requireClientKey(clientKey)
  const { day } = await readDay(ctx, input.serviceDayId)
  await requireDevice(ctx, input.deviceId)
  const joined: Joined[] = []
  for (const said of input.commands) {
    const counterId = 'counterId' in said ? said.counterId : null
    const spot = { deviceId: input.deviceId, counterId, at: momentOf(ctx, day, said.agoMs) }
    joined.push(await join(ctx, { serviceDayId: day.id, spot }, said))
  }
  return joined
}

async function join(ctx: Ctx, joining: Joining, said: OnTheSpotCommand): Promise<Joined> {
  const before = await findCommand(ctx, said.clientKey)
  if (before) return answer(ctx, said, before)
  try {
    await carryOut(ctx, joining, said)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await writeSuperseded(ctx, joining, said, supersededBy(error))
  }
  return answer(ctx, said, (await findCommand(ctx, said.clientKey))!)
}

async function answer(ctx: Ctx, said: OnTheSpotCommand, done: DoneCommand): Promise<Joined> {
  const visit = done.visit_id
    ? await ctx.db
        .selectFrom('queue.visit')
        .select(['series', 'number'])
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', done.visit_id)
        .executeTakeFirstOrThrow()
    : null
  const code = visit ? ticketCode(visit) : null
  const why = (done.superseded as Superseded | null) ?? heardOther(said, done, code)
  return {
    ...{ clientKey: said.clientKey, outcome: why ? 'superseded' : 'applied', why },
    ...{ visitId: done.visit_id, code },
  }
}

/**
 * The press had reached the server before the network was lost, but not its answer: then it stands as
 * the server carried it out, which may be with somebody else than the desk went on with.
 */
function heardOther(
  said: OnTheSpotCommand,
  done: DoneCommand,
  code: string | null,
): Superseded | null {
  if (done.on_the_spot || !('visit' in said)) return null
  return said.visit === done.visit_id || said.visit === code ? null : 'heard_before'
}

/** By the server's clock: not before the doors opened, nor after now or the closing. */
function momentOf(ctx: Ctx, day: ServiceDay, agoMs: number): Date {
  const ago = Number.isFinite(agoMs) ? Math.max(0, agoMs) : 0
  const until = Math.min(ctx.now.getTime(), day.closedAt?.getTime() ?? Infinity)
  const since = day.openedAt?.getTime() ?? until
  return new Date(Math.max(since, Math.min(until, ctx.now.getTime() - ago)))
}

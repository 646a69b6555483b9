import type { Context } from 'hono'
import { z } from 'zod'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { findDone, joinCommands, sendAway, undoLast } from '#src/modules/queue/index.ts'
import { findOpenServiceDay } from '#src/modules/service-days/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { asQueueCommands } from './as-queue-commands.ts'
import type { JoinAnswer, Unsure } from './on-the-spot.ts'
import { writeState } from './write-state.ts'

const about = z.object({
  key: z.string(),
  at: z.number(),
  counterId: z.uuid(),
  visit: z.string().max(64),
})
const priority = z
  .enum(['over_75', 'disabled', 'pregnant', 'with_infant', 'war_invalid'])
  .nullable()

const spotCommand = z.discriminatedUnion('kind', [
  about.extend({
    kind: z.enum(['again', 'start', 'finish', 'absent', 'hold', 'resume', 'rejoin']),
  }),
  about.extend({ kind: z.literal('call'), finishes: z.string().max(64).nullable() }),
  about.extend({ kind: z.literal('pass'), toCounterId: z.uuid() }),
  about.extend({ kind: z.literal('away'), reason: z.string().max(300) }),
  about.extend({
    ...{ kind: z.literal('ticket'), number: z.int(), name: z.string().max(120).nullable() },
    ...{ procedures: z.array(z.string().max(40)).max(20), priority },
  }),
])

const joining = z.object({
  day: z.uuid(),
  deviceId: z.uuid(),
  commands: z.array(z.object({ command: spotCommand, agoMs: z.number() })),
  unsure: z.array(
    z.object({ key: z.string(), kind: z.enum(['next', 'ticket']), counterId: z.uuid() }),
  ),
})

/**
 * Joins what a page did while it was cut off, and says what became of each. May come again, whole,
 * when the answer was lost: nothing is done twice.
 */
export async function joinLine(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const { data } = joining.safeParse(await c.req.json().catch(() => null))
  if (!data) return c.json({ error: w.deskLine.failed }, 422)
  try {
    for (const it of data.unsure) await takeBack(ctx, data.day, it, w.deskLine.joined.lost)
    const joined = await joinCommands(ctx, {
      ...{ serviceDayId: data.day, deviceId: data.deviceId },
      commands: data.commands.flatMap(asQueueCommands),
    })
    const pressed = new Set(data.commands.map((it) => it.command.key))
    const day = await findOpenServiceDay(ctx)
    const answer: JoinAnswer = {
      outcomes: joined
        .filter((it) => pressed.has(it.clientKey))
        .map((it) => ({
          ...{ key: it.clientKey, applied: it.outcome === 'applied' },
          why: it.why && w.queueLine.superseded[it.why],
        })),
      state: day?.id === data.day ? await writeState(ctx, day, lang) : null,
    }
    return c.json(answer)
  } catch (error) {
    if (error instanceof Refusal) return c.json({ error: wordRefusal(lang, error) }, 409)
    throw error
  }
}

/**
 * A command whose answer never came back, and that the page did otherwise meanwhile: whom it called
 * stands in line again; the number that it gave, and that nobody holds, is laid aside.
 */
async function takeBack(ctx: Ctx, day: string, unsure: Unsure, reason: string): Promise<void> {
  const done = await findDone(ctx, { clientKey: unsure.key })
  if (!done?.visitId) return
  const { visitId } = done
  const clientKey = `${unsure.key}-lost`
  try {
    await inTransaction(ctx, (ctx) =>
      unsure.kind === 'ticket'
        ? sendAway(ctx, { clientKey, visitId, reason })
        : undoLast(ctx, { clientKey, serviceDayId: day, counterId: unsure.counterId }).then(
            () => undefined,
          ),
    )
  } catch (error) {
    // Somebody has seen to it since; then it stands as they did it.
    if (!(error instanceof Refusal)) throw error
  }
}

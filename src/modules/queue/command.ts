import { sql, type Selectable } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { QueueCommand } from '#src/base/database.generated.ts'
import { announce } from '#src/base/live.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { CommandKind } from './line.ts'
import { requireClientKey } from './said.ts'

/** What a command did to the line, so that it can be taken back. */
export type Did = {
  /** Periods that it ended, as their ids. */
  closed: number[]
  opened: number[]
  /** Periods that it changed and did not end, as they were before. */
  was: { id: number; calls: number; lastCallAt: string | null; turnAt: string | null }[]
  /** Of the visit, where it was changed. */
  priority?: string | null
  /** The command that it took back. */
  undid?: string
  /** How many stood before the one who took a number. */
  ahead?: number
}

/** A command while it is carried out. */
export type Command = {
  kind: CommandKind
  serviceDayId: string
  clientKey: string
  /** When it was made: now, or earlier at a desk that was cut off. */
  at: Date
  onTheSpot: boolean
  visitId: string | null
  counterId: string | null
  did: Did
}

export type DoneCommand = Selectable<QueueCommand> & { did: Did }

type Given = {
  kind: CommandKind
  clientKey: string
  serviceDayId: string
  counterId?: string | null
  spot?: Spot | undefined
}

/** Made at a desk while it was cut off: where, and when by the server's clock. */
export type Spot = { deviceId: string; counterId: string | null; at: Date }

/**
 * Carries out a command to the line once: sent again with the same key, also at the same moment, it
 * changes nothing and `again` answers from what it did. Whoever watches the line is told, and what an
 * officer did stands in the trail. One that is refused leaves nothing behind, not even its key.
 */
export async function command<T>(
  ctx: Ctx,
  given: Given,
  work: (ctx: Ctx, command: Command) => Promise<T>,
  again: (ctx: Ctx, done: DoneCommand) => Promise<T>,
): Promise<T> {
  requireClientKey(given.clientKey)
  return inTransaction(ctx, async (ctx) => {
    const taken = await takeKey(ctx, given)
    if (!taken) {
      const done = await findCommand(ctx, given.clientKey)
      if (done?.kind !== given.kind) throw new Refusal('queue.line_key_used')
      return again(ctx, done)
    }
    const running: Command = {
      ...{ kind: given.kind, serviceDayId: given.serviceDayId, clientKey: given.clientKey },
      ...{ at: given.spot?.at ?? ctx.now, onTheSpot: given.spot !== undefined },
      ...{ visitId: null, counterId: given.counterId ?? null },
      did: { closed: [], opened: [], was: [] },
    }
    // Told at the commit. Asked for now, so that rows which all wait for are held no longer than needed.
    await announce(ctx, 'queue', given.serviceDayId)
    const result = await work(ctx, running)
    await ctx.db
      .updateTable('queue.command')
      .set({
        visit_id: running.visitId,
        counter_id: running.counterId,
        did: JSON.stringify(running.did),
      })
      .where('office_id', '=', ctx.officeId)
      .where('client_key', '=', given.clientKey)
      .execute()
    if (ctx.actor.kind !== 'citizen')
      await record(ctx, `queue.line_${given.kind}`, running.visitId ?? given.serviceDayId, {
        counter: running.counterId,
      })
    return result
  })
}

/**
 * Takes the key for this transaction, and makes the day's row at the first command of the day. The
 * same key at the same moment waits here for the first to end; false when that one was committed.
 */
async function takeKey(ctx: Ctx, given: Given): Promise<boolean> {
  const { rows } = await refuseBreach(
    {
      day_is_a_service_day: ['queue.line_not_open'],
      command_office_id_service_day_id_fkey: ['queue.line_not_open'],
    },
    () =>
      sql`
    with made as (
      insert into queue.day (service_day_id, office_id)
        values (${given.serviceDayId}, ${ctx.officeId}) on conflict do nothing)
    insert into queue.command
        (office_id, client_key, service_day_id, kind, at, officer_id, counter_id, device_id, on_the_spot)
      values (${ctx.officeId}, ${given.clientKey}, ${given.serviceDayId}, ${given.kind},
              ${given.spot?.at ?? ctx.now}, ${officerIdOf(ctx)}, ${given.counterId ?? null}, ${given.spot?.deviceId ?? null},
              ${given.spot !== undefined})
      on conflict (office_id, client_key) do nothing
      returning 1`.execute(ctx.db),
  )
  return rows.length > 0
}

/** The command of this key, if it was carried out. */
export async function findCommand(ctx: Ctx, clientKey: string): Promise<DoneCommand | null> {
  const done = await ctx.db
    .selectFrom('queue.command')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return done ? { ...done, did: done.did as Did } : null
}

/** Null for a kiosk and for a job. */
export function officerIdOf(ctx: Ctx): string | null {
  return ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
}

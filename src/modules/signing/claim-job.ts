import { randomUUID } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { askingUntil, steps, type LockedJob, type Signing, type SigningTrouble } from './job.ts'

/** A job that this press alone works on, until it lets go or the time is over. */
export type Claimed = LockedJob & { asking_id: string }

/**
 * Takes a waiting job for one signature. Of twenty presses at once one gets it; the others are told.
 * No connection is held while a key is asked: the claim is a row, and runs out when its process dies.
 */
export async function claimToSign(
  ctx: Ctx,
  { jobId, step, pressedBy }: { jobId: string; step: Signing; pressedBy: string },
): Promise<{ job: Claimed } | { state: LockedJob['state'] | null; trouble: SigningTrouble }> {
  const id = randomUUID()
  const { waiting, pending } = steps[step]
  const job = await ctx.db
    .updateTable('signing.job')
    .set({ asking_id: id, asking_until: askingUntil(ctx.now), pressed_by: pressedBy })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', jobId)
    .where((eb) =>
      eb.or([
        eb('state', '=', waiting),
        // Never approved on the phone: it may be asked for anew.
        eb.and([eb('state', '=', pending), eb('ref_expires_at', '<', ctx.now)]),
        // Out with a program on this officer's own PC: the page was closed, or the file lost on the way.
        eb.and([
          eb('state', '=', pending),
          eb('ref', 'is', null),
          eb('pressed_by', '=', pressedBy),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('asking_until', 'is', null), eb('asking_until', '<', ctx.now)]))
    .$if(step === 'official', (qb) => qb.where('holder_id', '=', pressedBy))
    .returningAll()
    .executeTakeFirst()
  if (job) return { job: { ...job, asking_id: id } }
  const found = await ctx.db
    .selectFrom('signing.job')
    .select(['state', 'step', 'holder_id'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', jobId)
    .executeTakeFirst()
  if (!found) return { state: null, trouble: 'not_found' }
  return { state: found.state, trouble: explain(found, step, pressedBy) }
}

function explain(
  found: Pick<LockedJob, 'state' | 'step' | 'holder_id'>,
  step: Signing,
  pressedBy: string,
): SigningTrouble {
  if (found.state === 'cancelled') return 'cancelled'
  if (step === 'seal' && found.step === 'official') return 'not_its_turn'
  if (found.step !== step || found.state === 'waiting_time') return 'signed_already'
  if (step === 'official' && found.holder_id !== pressedBy) return 'other_holder'
  return 'being_signed'
}

/**
 * Writes what became of a claimed job, lets go of it and tells the pages that show it. False when it was
 * taken away meanwhile.
 */
export async function settle(ctx: Ctx, job: Claimed, change: Partial<LockedJob>): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('signing.job')
    .set({ ...change, asking_id: null, asking_until: null })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', job.id)
    .where('asking_id', '=', job.asking_id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (change.state) await announce(ctx, 'signing', ctx.officeId)
  return true
}

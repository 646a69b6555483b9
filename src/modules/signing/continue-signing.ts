import { randomUUID } from 'node:crypto'
import { announce } from '#src/base/live.ts'
import { requireRight } from '#src/base/right.ts'
import { SignerTrouble } from '#src/outside/signer/signer.ts'
import { settle, type Claimed } from './claim-job.ts'
import { clockOf } from './clock-of.ts'
import { completeJob } from './complete-job.ts'
import { askingUntil, nothingPrepared, steps, type Signing, type SigningState } from './job.ts'
import { keyOf, type OpenableKey } from './key.ts'
import { openKey } from './open-key.ts'
import { openPrepared } from './prepare-job.ts'
import type { SigningCtx } from './signing-ctx.ts'
import { takeSignature } from './take-signature.ts'

/**
 * Every minute, and after a restart: asks remote services what became of their requests, asks again
 * for times that did not come, completes files that have both signatures, and takes back what a program
 * on a PC never brought. `pressed` asks at once for times that are asked for only later again: somebody
 * knows that the service is back. Gives the jobs that got on, and to where.
 */
export async function continueSigning(
  ctx: SigningCtx,
  { pressed = false }: { pressed?: boolean } = {},
): Promise<{ jobId: string; state: SigningState }[]> {
  requireRight(ctx, 'signing.seal')
  const moved: { jobId: string; state: SigningState }[] = []
  const failed: unknown[] = []
  for (const step of ['official', 'seal'] as const) {
    const { waiting: state } = steps[step]
    for (const jobId of await takeBack(ctx, step)) moved.push({ jobId, state })
  }
  const clock = clockOf(ctx)
  for (const { id, state } of await listDue(ctx, pressed)) {
    try {
      const now = await goOn(clock(), id)
      if (now && now !== state) moved.push({ jobId: id, state: now })
    } catch (error) {
      // The others get on all the same.
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'signing: jobs that did not get on')
  return moved
}

/** A program on somebody's PC that never brought its file back: the file waits as before. */
async function takeBack(ctx: SigningCtx, step: Signing): Promise<string[]> {
  const { waiting, pending } = steps[step]
  const back = await ctx.db
    .updateTable('signing.job')
    .set({ state: waiting, trouble: 'expired_on_phone', ref_expires_at: null })
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', pending)
    .where('ref', 'is', null)
    .where('ref_expires_at', '<', ctx.now)
    .where((eb) => eb.or([eb('asking_until', 'is', null), eb('asking_until', '<', ctx.now)]))
    .returning('id')
    .execute()
  if (back.length > 0) await announce(ctx, 'signing', ctx.officeId)
  return back.map((it) => it.id)
}

async function listDue(ctx: SigningCtx, pressed: boolean) {
  return ctx.db
    .selectFrom('signing.job')
    .select(['id', 'state'])
    .where('office_id', '=', ctx.officeId)
    .where((eb) => eb.or([eb('asking_until', 'is', null), eb('asking_until', '<', ctx.now)]))
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['official_pending', 'seal_pending']),
        eb.and([
          eb('state', '=', 'waiting_time'),
          // Waits for nobody's try: its process died. What waits for a person has a trouble and no time.
          eb.or([
            eb('next_try_at', '<=', ctx.now),
            eb('trouble', 'is', null),
            ...(pressed ? [eb('trouble', 'like', 'time\\_%')] : []),
          ]),
        ]),
      ]),
    )
    .orderBy('requested_at')
    .limit(200)
    .execute()
}

async function goOn(ctx: SigningCtx, jobId: string): Promise<SigningState | null> {
  const completed = await completeJob(ctx, jobId)
  if (completed) return completed.state
  const job = await claimSigned(ctx, jobId)
  if (!job) return null
  try {
    return await goOnSigning(ctx, job)
  } catch (error) {
    await settle(ctx, job, error instanceof SignerTrouble ? { trouble: error.code } : {})
    if (error instanceof SignerTrouble) return job.state
    throw error
  }
}

async function claimSigned(ctx: SigningCtx, jobId: string): Promise<Claimed | null> {
  const id = randomUUID()
  const job = await ctx.db
    .updateTable('signing.job')
    .set({ asking_id: id, asking_until: askingUntil(ctx.now) })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', jobId)
    .where('step', '<>', 'evidence')
    .where((eb) => eb.or([eb('signature', 'is not', null), eb('ref', 'is not', null)]))
    .where((eb) => eb.or([eb('asking_until', 'is', null), eb('asking_until', '<', ctx.now)]))
    .returningAll()
    .executeTakeFirst()
  return job ? { ...job, asking_id: id } : null
}

/** A signature is there and waits for its time, or the service is asked whether it is. */
async function goOnSigning(ctx: SigningCtx, job: Claimed): Promise<SigningState> {
  const step = job.step as Signing
  const key = await readPreparedKey(ctx, job)
  const signature = job.signature ?? (await poll(ctx, job, { step, key }))
  if (!(signature instanceof Uint8Array)) return signature
  const started = await openPrepared(ctx, job, key)
  const taken = await takeSignature(ctx, job, { step, started, signature })
  if (taken !== 'signed') return taken === 'taken_away' ? job.state : 'waiting_time'
  if (step === 'official') return 'waiting_seal'
  return (await completeJob(ctx, job.id))?.state ?? 'waiting_time'
}

async function poll(
  ctx: SigningCtx,
  job: Claimed,
  { step, key }: { step: Signing; key: OpenableKey },
): Promise<Uint8Array | SigningState> {
  const signer = await openKey(key, '')
  const answer = await signer.poll?.(job.ref!)
  if (answer?.state === 'done') return answer.signature
  if (answer?.state === 'pending') {
    await settle(ctx, job, {})
    return job.state
  }
  const state = steps[step].waiting
  const trouble = answer?.state === 'expired' ? 'expired_on_phone' : 'refused_on_phone'
  await settle(ctx, job, { ...nothingPrepared, state, trouble })
  return state
}

async function readPreparedKey(ctx: SigningCtx, job: Claimed): Promise<OpenableKey> {
  const row = await ctx.db
    .selectFrom('signing.key')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', job.prepared_key_id)
    .executeTakeFirstOrThrow()
  return keyOf(ctx, row)
}

import { Trouble } from '#src/outside/pades/pdf/trouble.ts'
import type { SignatureJob } from '#src/outside/pades/write/sign-pdf.ts'
import { SignerTrouble, type SignRequest } from '#src/outside/signer/signer.ts'
import { settle, type Claimed } from './claim-job.ts'
import { completeJob } from './complete-job.ts'
import {
  after,
  nothingPrepared,
  steps,
  type Outcome,
  type Signing,
  type SigningTrouble,
} from './job.ts'
import type { SigningCtx } from './signing-ctx.ts'
import { takeSignature } from './take-signature.ts'

/** What the key is asked. Asked again after a restart, the name is the same. */
export function requestOf(job: Claimed, step: Signing, started: SignatureJob): SignRequest {
  const { attributes, hash } = started
  return { attributes, hash, label: job.label, idempotencyKey: `${job.id}:${step}` }
}

/** A signature came: into the file with it, and after the seal the file is completed. */
export async function conclude(
  ctx: SigningCtx,
  job: Claimed,
  signed: { step: Signing; started: SignatureJob; signature: Uint8Array },
): Promise<Outcome> {
  const done = { jobId: job.id, trouble: null, pin: null }
  const taken = await takeSignature(ctx, job, signed)
  if (taken === 'taken_away') return { ...done, state: job.state, trouble: 'being_signed' }
  if (taken !== 'signed') return { ...done, state: 'waiting_time', trouble: taken }
  if (signed.step === 'official') return { ...done, state: after.official.state }
  const completed = await completeJob(ctx, job.id)
  return { ...done, ...(completed ?? { state: 'waiting_time' }) }
}

/**
 * It did not work: the next press finds the job waiting as before, and what it prepares says the time
 * of that press. What is no trouble is a bug.
 */
export async function giveBack(ctx: SigningCtx, job: Claimed, error: unknown): Promise<Outcome> {
  const trouble = troubleOf(error)
  const state = steps[job.step as Signing].waiting
  await settle(ctx, job, { ...nothingPrepared, state, trouble: trouble ?? job.trouble })
  if (!trouble) throw error
  return { jobId: job.id, state, trouble, pin: null }
}

function troubleOf(error: unknown): SigningTrouble | null {
  if (error instanceof SignerTrouble) return error.code
  return error instanceof Trouble ? 'file_unfit' : null
}

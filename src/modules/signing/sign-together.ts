import type { SignatureJob } from '#src/outside/pades/write/sign-pdf.ts'
import { SignerTrouble, type HashSigner } from '#src/outside/signer/signer.ts'
import { claimToSign, type Claimed } from './claim-job.ts'
import { clockOf } from './clock-of.ts'
import { conclude, giveBack, requestOf } from './conclude.ts'
import { steps, type Outcome } from './job.ts'
import { prepareJob } from './prepare-job.ts'
import type { Press } from './sign-jobs.ts'
import type { SigningCtx } from './signing-ctx.ts'

type Together = Press & { together: NonNullable<HashSigner['together']> }
type Ready = { job: Claimed; started: SignatureJob }

/**
 * Signs several files with one code from the phone: as many as the service allows for one, the rest
 * are told to ask for another. The service signs all of them or none.
 */
export async function signTogether(
  ctx: SigningCtx,
  jobIds: readonly string[],
  press: Together,
): Promise<Map<string, Outcome>> {
  const { step, together, secret } = press
  const outcomes = new Map<string, Outcome>()
  const ready: Ready[] = []
  const left: string[] = []
  const clock = clockOf(ctx)
  for (const jobId of new Set(jobIds)) {
    if (ready.length >= together.most) {
      left.push(jobId)
      continue
    }
    const found = await makeReady(clock(), jobId, press)
    if ('job' in found) ready.push(found)
    else outcomes.set(jobId, found)
  }
  if (ready.length === 0) return outcomes
  const requests = ready.map((it) => requestOf(it.job, step, it.started))
  const answer = await together.sign(requests, secret).then(
    (signatures) => ({ signatures }),
    (error: unknown) => ({ error }),
  )
  // A wrong code was good for none of them.
  const error = 'error' in answer ? answer.error : undefined
  const trouble = error instanceof SignerTrouble ? error.code : 'code_used_up'
  for (const jobId of left)
    outcomes.set(jobId, { jobId, state: steps[step].waiting, trouble, pin: null })
  const failed: unknown[] = []
  for (const [i, { job, started }] of ready.entries()) {
    const now = clock()
    try {
      const outcome =
        'error' in answer
          ? giveBack(now, job, answer.error)
          : conclude(now, job, { step, started, signature: answer.signatures[i]! }).catch((error) =>
              giveBack(now, job, error),
            )
      outcomes.set(job.id, await outcome)
    } catch (error) {
      // The code is used up and the other signatures are here: they go into their files all the same.
      failed.push(error)
    }
  }
  if (failed.length > 0) throw failed[0]
  return outcomes
}

async function makeReady(
  ctx: SigningCtx,
  jobId: string,
  { step, key, pressedBy }: Press,
): Promise<Ready | Outcome> {
  const claim = await claimToSign(ctx, { jobId, step, pressedBy })
  if ('trouble' in claim) return { jobId, ...claim, pin: null }
  try {
    return { job: claim.job, started: await prepareJob(ctx, claim.job, { step, key }) }
  } catch (error) {
    return giveBack(ctx, claim.job, error)
  }
}

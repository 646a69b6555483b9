import { Refusal } from '#src/base/refusal.ts'
import { readPinState, type PinState } from '#src/outside/signer/open-pkcs11.ts'
import type { HashSigner } from '#src/outside/signer/signer.ts'
import { claimToSign, settle } from './claim-job.ts'
import { clockOf } from './clock-of.ts'
import { conclude, giveBack, requestOf } from './conclude.ts'
import { steps, type Outcome, type Signing, type SigningTrouble } from './job.ts'
import { readStanding } from './key-standing.ts'
import type { OpenableKey } from './key.ts'
import { openKey, refuseTrouble } from './open-key.ts'
import { prepareJob } from './prepare-job.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { SigningCtx } from './signing-ctx.ts'
import { signTogether } from './sign-together.ts'

export type Press = { step: Signing; key: OpenableKey; pressedBy: string; secret: string }
type Pressed = Press & { signer: HashSigner }

/**
 * A file's key signs some at a time while each waits for its time from the time service. Where nothing is
 * waited for, several would only keep the pages waiting; a token and a remote service sign one after
 * the other.
 */
const whileWaiting = 3
/** After these the key is not tried with the next file: a token locks itself, a service counts. */
const stopping: ReadonlySet<SigningTrouble> = new Set([
  ...([
    'pin_wrong',
    'pin_last_try',
    'pin_locked',
    'token_missing',
    'token_silent',
    'program_missing',
  ] as const),
  ...(['code_wrong', 'not_allowed', 'unreachable', 'key_unsupported'] as const),
])

/**
 * Signs these files with one key, one after the other as the key allows, and tells of each what came of
 * it. Refuses all of them when the key must not be used now. After a wrong PIN or code nothing
 * more is tried.
 */
export async function signJobs(
  ctx: SigningCtx,
  jobIds: readonly string[],
  press: Press,
): Promise<Outcome[]> {
  const { key, secret } = press
  if (key.kind === 'agent') throw new Refusal('signing.agent_only')
  const { evidence, timeUrl } = await readSigningSetting(ctx)
  const { trouble } = await readStanding(ctx, key, { ask: evidence })
  if (trouble) throw new Refusal(`signing.${trouble}`)
  const pressed = { ...press, signer: await refuseTrouble(() => openKey(key, secret)) }
  const { together } = pressed.signer
  const outcomes = together
    ? await signTogether(ctx, jobIds, { ...pressed, together })
    : await signEach(ctx, jobIds, pressed, key.kind === 'pkcs12' && timeUrl ? whileWaiting : 1)
  return jobIds.map((it) => outcomes.get(it)!)
}

async function signEach(
  ctx: SigningCtx,
  jobIds: readonly string[],
  pressed: Pressed,
  atOnce: number,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const left = [...new Set(jobIds)]
  const clock = clockOf(ctx)
  let stop: Outcome | undefined
  const work = async () => {
    for (let jobId = left.shift(); jobId !== undefined; jobId = left.shift()) {
      const outcome = stop
        ? { ...stop, jobId, state: steps[pressed.step].waiting }
        : await signOne(clock(), jobId, pressed)
      outcomes.set(jobId, outcome)
      if (outcome.trouble && stopping.has(outcome.trouble)) stop ??= outcome
    }
  }
  const workers = Array.from({ length: atOnce }, work)
  // A fault in one file is said once the others are through, not while they are still being signed.
  for (const it of await Promise.allSettled(workers)) if (it.status === 'rejected') throw it.reason
  return outcomes
}

async function signOne(ctx: SigningCtx, jobId: string, pressed: Pressed): Promise<Outcome> {
  const { step, key, signer, pressedBy } = pressed
  const claim = await claimToSign(ctx, { jobId, step, pressedBy })
  if ('trouble' in claim) return { jobId, ...claim, pin: null }
  const { job } = claim
  try {
    const started = await prepareJob(ctx, job, { step, key })
    const answer = await signer.sign(requestOf(job, step, started))
    if (answer.state === 'done')
      return await conclude(ctx, job, { step, started, signature: answer.signature })
    const state = steps[step].pending
    const { ref, expiresAt: ref_expires_at } = answer
    await settle(ctx, job, { state, ref, ref_expires_at, trouble: null })
    return { jobId, state, trouble: null, pin: null }
  } catch (error) {
    const outcome = await giveBack(ctx, job, error)
    const pin = outcome.trouble?.startsWith('pin_') ? await pinOf(key) : null
    return { ...outcome, pin }
  }
}

/** How near the token is to locking itself, when it still tells. */
async function pinOf({ access }: OpenableKey): Promise<PinState | null> {
  if (access.kind !== 'pkcs11') return null
  return readPinState({ ...access, pin: '' }).catch(() => null)
}

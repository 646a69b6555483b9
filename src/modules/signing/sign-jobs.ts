import { Refusal } from '#src/base/refusal.ts'
import { Trouble } from '#src/outside/pades/pdf/trouble.ts'
import { readPinState, type PinState } from '#src/outside/signer/open-pkcs11.ts'
import { SignerTrouble, type HashSigner } from '#src/outside/signer/signer.ts'
import { claimToSign, settle, type Claimed } from './claim-job.ts'
import { completeJob } from './complete-job.ts'
import { after, steps, type Outcome, type Signing, type SigningTrouble } from './job.ts'
import { readStanding } from './key-standing.ts'
import type { OpenableKey } from './key.ts'
import { openKey, refuseTrouble } from './open-key.ts'
import { prepareJob } from './prepare-job.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { SigningCtx } from './signing-ctx.ts'
import { takeSignature } from './take-signature.ts'

export type Press = { step: Signing; key: OpenableKey; pressedBy: string; secret: string }
type Pressed = Press & { signer: HashSigner }

/** A file's key signs many at a time; a token and a remote service one after the other. */
const atOnce = { pkcs12: 3, pkcs11: 1, csc: 1, agent: 1 } as const
/** After these the key is not tried with the next file: a token locks itself, a service counts. */
const stopping: ReadonlySet<SigningTrouble> = new Set([
  ...(['pin_wrong', 'pin_last_try', 'pin_locked', 'token_missing', 'program_missing'] as const),
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
  const { evidence } = await readSigningSetting(ctx)
  const { trouble } = await readStanding(ctx, key, { ask: evidence })
  if (trouble) throw new Refusal(`signing.${trouble}`)
  const pressed = { ...press, signer: await refuseTrouble(() => openKey(key, secret)) }
  const outcomes = new Map<string, Outcome>()
  const left = [...new Set(jobIds)]
  let stop: Outcome | undefined
  const work = async () => {
    for (let jobId = left.shift(); jobId !== undefined; jobId = left.shift()) {
      const outcome = stop
        ? { ...stop, jobId, state: steps[press.step].waiting }
        : await signOne(ctx, jobId, pressed)
      outcomes.set(jobId, outcome)
      if (outcome.trouble && stopping.has(outcome.trouble)) stop ??= outcome
      // A code is good for one signature.
      else if (isCode(key) && !outcome.trouble) stop ??= { ...outcome, trouble: 'code_for_one' }
    }
  }
  await Promise.all(Array.from({ length: atOnce[key.kind] }, work))
  return jobIds.map((it) => outcomes.get(it)!)
}

const isCode = ({ access }: OpenableKey) => access.kind === 'csc' && !access.approvedLater

async function signOne(ctx: SigningCtx, jobId: string, pressed: Pressed): Promise<Outcome> {
  const { step, key } = pressed
  const claim = await claimToSign(ctx, { jobId, step, pressedBy: pressed.pressedBy })
  if ('trouble' in claim) return { jobId, ...claim, pin: null }
  const { job } = claim
  try {
    return await askKey(ctx, job, pressed)
  } catch (error) {
    const trouble = troubleOf(error)
    // Whatever it was, the next press finds the job waiting as before.
    await settle(ctx, job, { trouble: trouble ?? job.trouble })
    if (!trouble) throw error
    const pin = trouble.startsWith('pin_') ? await pinOf(key) : null
    return { jobId, state: job.state, trouble, pin }
  }
}

async function askKey(
  ctx: SigningCtx,
  job: Claimed,
  { step, key, signer, secret }: Pressed,
): Promise<Outcome> {
  const done = { jobId: job.id, trouble: null, pin: null }
  const started = await prepareJob(ctx, job, { step, key })
  const answer = await signer.sign({
    ...{ attributes: started.attributes, hash: started.hash, label: job.label },
    idempotencyKey: `${job.id}:${step}`,
    ...(isCode(key) ? { code: secret } : {}),
  })
  if (answer.state === 'pending') {
    const state = steps[step].pending
    const { ref, expiresAt: ref_expires_at } = answer
    await settle(ctx, job, { state, ref, ref_expires_at, trouble: null })
    return { ...done, state }
  }
  const taken = await takeSignature(ctx, job, { step, started, signature: answer.signature })
  if (taken === 'taken_away') return { ...done, state: job.state, trouble: 'being_signed' }
  if (taken === 'waits_for_time') return { ...done, state: 'waiting_time' }
  if (step === 'official') return { ...done, state: after.official.state }
  const completed = await completeJob(ctx, job.id)
  return { ...done, ...(completed ?? { state: 'waiting_time' }) }
}

function troubleOf(error: unknown): SigningTrouble | null {
  if (error instanceof SignerTrouble) return error.code
  return error instanceof Trouble ? 'file_unfit' : null
}

/** How near the token is to locking itself, when it still tells. */
async function pinOf({ access }: OpenableKey): Promise<PinState | null> {
  if (access.kind !== 'pkcs11') return null
  return readPinState({ ...access, pin: '' }).catch(() => null)
}

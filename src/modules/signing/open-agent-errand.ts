import { randomBytes } from 'node:crypto'
import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { findKey } from './find-key.ts'
import { claimToSign, settle } from './claim-job.ts'
import { steps, type Signing } from './job.ts'
import { readStanding } from './key-standing.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { SigningCtx } from './signing-ctx.ts'

const minutes = 10

export type AgentErrand = {
  /** For the one address where the program fetches the file, and the one where it brings it back. */
  fetchToken: string
  bringToken: string
  expiresAt: Date
}

/**
 * Lets the signing program on the official's own PC fetch the file once and bring it back signed once,
 * within ten minutes: the way of programs that want the whole file, such as that of the Government
 * Cipher Committee. The tokens are kept only as marks. Asked again by the same officer it begins anew; of
 * both errands the first file brought back counts. Refuses when it is not this officer's turn.
 */
export async function openAgentErrand(
  ctx: SigningCtx,
  input: { jobId: string; step: Signing },
): Promise<AgentErrand> {
  const { jobId, step } = input
  requireRight(ctx, step === 'official' ? 'certification.sign' : 'signing.seal')
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  const key = await findKey(ctx, step === 'official' ? actor.officerId : null)
  if (!key) throw new Refusal(step === 'official' ? 'signing.key_missing' : 'signing.seal_missing')
  if (key.kind !== 'agent') throw new Refusal('signing.key_is_no_agent')
  const { evidence } = await readSigningSetting(ctx)
  const { trouble } = await readStanding(ctx, key, { ask: evidence })
  if (trouble) throw new Refusal(`signing.${trouble}`)
  return inTransaction(ctx, async (ctx) => {
    const claim = await claimToSign(ctx, { jobId, step, pressedBy: actor.officerId })
    if ('trouble' in claim) throw new Refusal(`signing.${claim.trouble}`)
    const [fetchToken, bringToken] = [newToken(), newToken()]
    const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000)
    const { id } = await ctx.db
      .insertInto('signing.agent_errand')
      .values({
        ...{ office_id: ctx.officeId, job_id: jobId, step, key_id: key.id },
        fetch_mark: ctx.sealer.mark('signing.fetch', fetchToken),
        bring_mark: ctx.sealer.mark('signing.bring', bringToken),
        ...{ opened_by: actor.officerId, opened_at: ctx.now, expires_at: expiresAt },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { pending } = steps[step]
    await settle(ctx, claim.job, {
      ...{ state: pending, trouble: null, ref: null, ref_expires_at: expiresAt },
    })
    await record(ctx, 'signing.agent_asked', jobId, { errand: id })
    return { fetchToken, bringToken, expiresAt }
  })
}

const newToken = () => randomBytes(24).toString('base64url')

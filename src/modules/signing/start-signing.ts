import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { findKey } from './find-key.ts'
import { keepFile } from './keep-file.ts'
import { officerIn } from './officer-in.ts'
import type { SigningCtx } from './signing-ctx.ts'

export type NewSigning = {
  /** Of what is to be signed: asked for twice, it is one job. */
  clientKey: string
  pdf: Uint8Array
  /** The officer whose signature it is to bear. */
  holderId: string
  /** Both stand in the signature: what for, and where. */
  reason: string
  place: string
  /** What the official reads on the phone before approving. */
  label: string
}

/**
 * Puts a PDF on its way: it waits for its official, then for the seal. Joins the caller's transaction:
 * rolled back, nothing waits. Refuses when that officer has no key.
 */
export async function startSigning(ctx: SigningCtx, input: NewSigning): Promise<{ jobId: string }> {
  requireRight(ctx, 'certification.sign')
  return inTransaction(ctx, async (ctx) => {
    const known = await findStarted(ctx, input.clientKey)
    if (known) return { jobId: known }
    if (!(await findKey(ctx, input.holderId))) throw new Refusal('signing.key_missing')
    const hash = await keepFile(ctx, input.pdf)
    const made = await ctx.db
      .insertInto('signing.job')
      .values({
        office_id: ctx.officeId,
        client_key: input.clientKey,
        holder_id: input.holderId,
        label: input.label,
        reason: input.reason,
        place: input.place,
        file_hash: hash,
        requested_by: officerIn(ctx),
        requested_at: ctx.now,
      })
      .onConflict((oc) => oc.columns(['office_id', 'client_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    // Another press at the same moment was first; the insert has waited for it.
    if (!made) return { jobId: (await findStarted(ctx, input.clientKey))! }
    await record(ctx, 'signing.started', made.id, { file: hash.toString('hex') })
    return { jobId: made.id }
  })
}

async function findStarted(ctx: SigningCtx, clientKey: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('signing.job')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return row?.id
}

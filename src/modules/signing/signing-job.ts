import type { Ctx } from '#src/base/ctx.ts'
import type { SigningLevel, SigningState, SigningTrouble } from './job.ts'

/** A file on its way, as pages show it. */
export type SigningJob = {
  id: string
  label: string
  holderId: string
  state: SigningState
  /** What it brings along to be believed later; null until it is sealed. */
  level: SigningLevel | null
  /** Why it did not get on the last time. */
  trouble: SigningTrouble | null
  /** SHA-256 of the sealed file, hexadecimal. */
  sha256: string | null
  requestedAt: Date
  sealedAt: Date | null
  /** Until when it may be approved on the phone. */
  expiresAt: Date | null
  /** When a time or an answer is asked for again by itself. */
  nextTryAt: Date | null
  signers: Signed[]
}

export type Signed = { step: 'official' | 'seal'; name: string; title: string; at: Date }

/** These jobs, or all that are under way; oldest first. */
export async function readJobs(ctx: Ctx, ids: readonly string[] | 'under_way') {
  const rows = await ctx.db
    .selectFrom('signing.job')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .$if(ids === 'under_way', (qb) => qb.where('state', 'not in', ['sealed', 'cancelled']))
    .$if(ids !== 'under_way', (qb) => qb.where('id', 'in', [...ids]))
    .orderBy('requested_at')
    .orderBy('id')
    .execute()
  const signers = await readSigners(
    ctx,
    rows.map((it) => it.id),
  )
  return rows.map((row): SigningJob => ({
    id: row.id,
    label: row.label,
    holderId: row.holder_id,
    state: row.state,
    level: row.level,
    trouble: row.trouble as SigningTrouble | null,
    sha256: row.state === 'sealed' ? row.file_hash.toString('hex') : null,
    requestedAt: row.requested_at,
    sealedAt: row.sealed_at,
    expiresAt: row.ref_expires_at,
    nextTryAt: row.next_try_at,
    signers: signers.get(row.id) ?? [],
  }))
}

async function readSigners(ctx: Ctx, jobIds: string[]): Promise<Map<string, Signed[]>> {
  if (jobIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('signing.signature')
    .innerJoin('signing.key', 'signing.key.id', 'signing.signature.key_id')
    .select([
      'signing.signature.job_id as jobId',
      'signing.signature.step',
      'signing.key.holder_name as name',
      'signing.key.holder_title as title',
      'signing.signature.signed_at as at',
    ])
    .where('signing.signature.office_id', '=', ctx.officeId)
    .where('signing.signature.job_id', 'in', jobIds)
    .orderBy('signing.signature.step')
    .execute()
  const signers = new Map<string, Signed[]>()
  for (const { jobId, step, name, title, at } of rows) {
    const signed = { step: step as Signed['step'], name, title, at }
    signers.set(jobId, [...(signers.get(jobId) ?? []), signed])
  }
  return signers
}

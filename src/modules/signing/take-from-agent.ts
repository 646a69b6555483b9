import { inTransaction } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Report } from '#src/outside/pades/inspect/finding.ts'
import { completeJob } from './complete-job.ts'
import { after, nothingPrepared, steps, type Signing } from './job.ts'
import { keepFile, openFile } from './keep-file.ts'
import { keyOf, type OpenableKey } from './key.ts'
import { readRoots } from './read-roots.ts'
import type { SigningCtx } from './signing-ctx.ts'

/**
 * Takes the signed file from the program that has the token: once and in time. It must begin with
 * exactly the bytes that were sent, and what follows must be one signature with the registered
 * certificate and nothing else: no page, no mark on one. Anything else is refused, and the errand stays
 * open for the right file.
 */
export async function takeFromAgent(
  ctx: SigningCtx,
  input: { token: string; pdf: Uint8Array },
): Promise<{ jobId: string }> {
  const errand = await findErrand(ctx, input.token)
  const step = errand.step as Signing
  const sent = await openFile(ctx, errand.fileHash)
  const came = Buffer.from(input.pdf.buffer, input.pdf.byteOffset, input.pdf.length)
  if (came.equals(sent)) throw new Refusal('signing.not_signed_once')
  if (came.length <= sent.length || !came.subarray(0, sent.length).equals(sent))
    throw new Refusal('signing.not_the_file_sent')
  const roots = await readRoots(ctx)
  const [before, now] = await Promise.all([
    ctx.pades.inspect(sent, { roots, now: ctx.now }),
    ctx.pades.inspect(came, { roots, now: ctx.now, since: sent.length }),
  ])
  requireOneMore(before, now, errand.key)
  const hash = await keepFile(ctx, came)
  await inTransaction(ctx, async (ctx) => {
    const brought = await ctx.db
      .updateTable('signing.agent_errand')
      .set({ brought_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', errand.id)
      .where('brought_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    const moved = await ctx.db
      .updateTable('signing.job')
      .set({ ...nothingPrepared, ...after[step], file_hash: hash, trouble: null, tries: 0 })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', errand.jobId)
      .where('state', '=', steps[step].pending)
      .where('file_hash', '=', errand.fileHash)
      .returning('id')
      .executeTakeFirst()
    if (!brought || !moved) throw new Refusal('signing.errand_over')
    await ctx.db
      .insertInto('signing.signature')
      .values({
        ...{ office_id: ctx.officeId, job_id: errand.jobId, step, key_id: errand.key.id },
        ...{ pressed_by: errand.openedBy, signed_at: ctx.now },
      })
      .execute()
    await record(ctx, `signing.${step}_signed`, errand.jobId, { errand: errand.id })
    await announce(ctx, 'signing', ctx.officeId)
  })
  if (step === 'seal') await completeJob(ctx, errand.jobId)
  return { jobId: errand.jobId }
}

/** Refuses a token that is over or made up, before a file is read for it. */
export async function requireErrand(ctx: SigningCtx, input: { token: string }): Promise<void> {
  await findErrand(ctx, input.token)
}

async function findErrand(ctx: SigningCtx, token: string) {
  const row = await ctx.db
    .selectFrom('signing.agent_errand')
    .innerJoin('signing.job', 'signing.job.id', 'signing.agent_errand.job_id')
    .innerJoin('signing.key', 'signing.key.id', 'signing.agent_errand.key_id')
    .selectAll('signing.key')
    .select([
      'signing.agent_errand.id as errandId',
      'signing.agent_errand.job_id as jobId',
      'signing.agent_errand.step',
      'signing.agent_errand.opened_by as openedBy',
      'signing.job.file_hash as fileHash',
    ])
    .where('signing.agent_errand.office_id', '=', ctx.officeId)
    .where('bring_mark', '=', ctx.sealer.mark('signing.bring', token))
    .where('fetched_at', 'is not', null)
    .where('brought_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row) throw new Refusal('signing.errand_over')
  const { errandId: id, jobId, step, openedBy, fileHash } = row
  return { id, jobId, step, openedBy, fileHash, key: keyOf(ctx, row) }
}

function requireOneMore(before: Report, now: Report, key: OpenableKey): void {
  if (now.verdict === 'failed' || now.verdict === 'unreadable')
    throw new Refusal('signing.signed_file_broken')
  const known = new Set(before.signatures.map((it) => it.field))
  const fresh = now.signatures.filter((it) => !known.has(it.field))
  const [one, ...more] = fresh.filter((it) => it.kind === 'signature')
  if (!one || more.length > 0) throw new Refusal('signing.not_signed_once')
  // Names and numbers of a certificate can be copied; its SHA-256 cannot.
  const ours = key.certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  if (one.signer?.fingerprint !== ours) throw new Refusal('signing.certificate_of_another')
}

import { randomUUID, X509Certificate } from 'node:crypto'
import { inTransaction } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import { checkChain } from '#src/outside/pades/inspect/check-chain.ts'
import type { Level, Report } from '#src/outside/pades/inspect/finding.ts'
import { Trouble } from '#src/outside/pades/pdf/trouble.ts'
import { gatherEvidence } from '#src/outside/revocation/gather-evidence.ts'
import { TimeTrouble } from '#src/outside/timestamp/ask-time.ts'
import { settle, type Claimed } from './claim-job.ts'
import { askingUntil, nextTry, timeField, type SigningState, type SigningTrouble } from './job.ts'
import { keepFile, openFile } from './keep-file.ts'
import { keyOf } from './key.ts'
import { readRoots } from './read-roots.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { SigningCtx } from './signing-ctx.ts'

/** So often issuers that cannot be reached are asked again, about half an hour; then B-T must do. */
const mostEvidenceTries = 5

export type Completed = { state: SigningState; trouble: SigningTrouble | null }

/**
 * The last step of a file with both signatures: what the issuers say of every certificate goes into it,
 * then a time for the whole file, last of all (PAdES B-LTA; ETSI EN 319 142-1, 5.4), when the office
 * has the services. Then the file is looked at as a stranger would, and only a whole one is released.
 */
export async function completeJob(ctx: SigningCtx, jobId: string): Promise<Completed | null> {
  const job = await claimToComplete(ctx, jobId)
  if (!job) return null
  const wait = async (trouble: SigningTrouble, next: Date | null): Promise<Completed> => {
    const tries = job.tries + 1
    await settle(ctx, job, { trouble, tries, next_try_at: next })
    return { state: 'waiting_time', trouble }
  }
  const again = () => nextTry(ctx.now, job.tries)
  try {
    const proved = await addProof(ctx, job)
    if ('trouble' in proved) {
      return wait(proved.trouble, proved.trouble === 'revocation_unknown' ? again() : null)
    }
    const roots = await readRoots(ctx)
    const report = await ctx.pades.inspect(proved.pdf, { roots, now: ctx.now })
    if (!isWhole(report)) return wait('check_failed', null)
    return await release(ctx, job, { pdf: proved.pdf, level: lowest(report) })
  } catch (error) {
    if (error instanceof TimeTrouble) return wait(`time_${error.code}`, again())
    if (error instanceof Trouble) return wait('file_unfit', again())
    throw error
  }
}

async function claimToComplete(ctx: SigningCtx, jobId: string): Promise<Claimed | null> {
  const id = randomUUID()
  const job = await ctx.db
    .updateTable('signing.job')
    .set({ asking_id: id, asking_until: askingUntil(ctx.now) })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', jobId)
    .where('state', '=', 'waiting_time')
    .where('step', '=', 'evidence')
    .where((eb) => eb.or([eb('asking_until', 'is', null), eb('asking_until', '<', ctx.now)]))
    .returningAll()
    .executeTakeFirst()
  return job ? { ...job, asking_id: id } : null
}

async function addProof(
  ctx: SigningCtx,
  job: Claimed,
): Promise<{ pdf: Uint8Array } | { trouble: SigningTrouble }> {
  const { timeUrl, evidence } = await readSigningSetting(ctx)
  const pdf: Uint8Array = await openFile(ctx, job.file_hash)
  if (!evidence || timeUrl === null) return { pdf }
  const gathered = await gatherEvidence(await listChains(ctx, job), ctx.now)
  if (gathered.revoked.length > 0) return { trouble: 'certificate_revoked' }
  if (gathered.unknown.length > 0) {
    if (job.tries < mostEvidenceTries) return { trouble: 'revocation_unknown' }
    return { pdf }
  }
  const proved = await ctx.pades.addEvidence(pdf, gathered)
  return { pdf: await ctx.pades.addDocumentTime(proved, { field: timeField, time: timeUrl }) }
}

/** From each signer and each time service up to a root. */
async function listChains(ctx: SigningCtx, job: Claimed): Promise<X509Certificate[][]> {
  const rows = await ctx.db
    .selectFrom('signing.key')
    .innerJoin('signing.signature', 'signing.signature.key_id', 'signing.key.id')
    .selectAll('signing.key')
    .where('signing.key.office_id', '=', ctx.officeId)
    .where('signing.signature.job_id', '=', job.id)
    .execute()
  const keys = rows.map((row) => keyOf(ctx, row))
  const times = job.time_chain.map((der) => new X509Certificate(der))
  const pool = [...keys.flatMap((it) => it.above.map((der) => new X509Certificate(der))), ...times]
  const roots = await readRoots(ctx)
  const at = ctx.now
  return [
    ...keys.map((it) => checkChain(it.certificate, pool, roots, { at, purpose: 'sign' }).path),
    ...times
      .filter((it) => !it.ca)
      .map((it) => checkChain(it, pool, roots, { at, purpose: 'time' }).path),
  ]
}

function isWhole(report: Report): boolean {
  const signatures = report.signatures.filter((it) => it.kind === 'signature')
  return (report.verdict === 'valid' || report.verdict === 'intact') && signatures.length >= 2
}

const levels: readonly Level[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']

function lowest(report: Report): Level {
  const found = report.signatures
    .filter((it) => it.kind === 'signature')
    .map((it) => levels.indexOf(it.level ?? 'B-B'))
  return levels[Math.min(...found)] ?? 'B-B'
}

async function release(
  ctx: SigningCtx,
  job: Claimed,
  { pdf, level }: { pdf: Uint8Array; level: Level },
): Promise<Completed> {
  const hash = await keepFile(ctx, pdf)
  return inTransaction(ctx, async (ctx) => {
    const released = await settle(ctx, job, {
      ...{ state: 'sealed', level, file_hash: hash, sealed_at: ctx.now },
      ...{ trouble: null, next_try_at: null },
    })
    if (!released) return { state: 'waiting_time', trouble: 'being_signed' }
    await record(ctx, 'signing.sealed', job.id, { level, file: hash.toString('hex') })
    return { state: 'sealed', trouble: null }
  })
}

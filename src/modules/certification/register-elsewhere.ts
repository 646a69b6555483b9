import { X509Certificate } from 'node:crypto'
import { inTransaction } from '#src/base/ctx.ts'
import { hashAside } from '#src/base/hash-aside.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getPaper } from '#src/modules/papers/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { readTrust, type SigningCtx } from '#src/modules/signing/index.ts'
import { signersOf, type OtherSigner, type OtherSystem } from './elsewhere.ts'
import { findIssuedBySha256 } from './find-issued-by-sha256.ts'
import { keepFile } from './keep-file.ts'
import { officerOf } from './officer-of.ts'
import { optionalText, requireText } from './said-text.ts'

export type NewElsewhere = {
  requestId: string
  /** The paper of the request that it is a copy of, where it was scanned here. */
  paperId: string | null
  name: string
  system: OtherSystem
  number?: string | null
  book?: string | null
  pdf: Uint8Array
}

/**
 * Takes in a certified copy that was made on the national or the province's system: the file is
 * examined, its signers are read and kept with it, and it belongs to the request and the paper from now
 * on. It gets no number of our book.
 *
 * Refuses a file that is no PDF or too heavy, one that nobody signed, one whose signatures do not hold
 * or that was changed after them (`params.finding` names the first), a copy of our own that was revoked
 * or annulled, and the same file twice.
 */
export async function registerElsewhere(
  ctx: SigningCtx,
  input: NewElsewhere,
): Promise<{ id: string; signers: OtherSigner[] }> {
  requireRight(ctx, 'certification.work')
  const by = officerOf(ctx)
  const name = requireText(input.name, 'certification.name_missing', 'name')
  const request = await getRequest(ctx, { requestId: input.requestId })
  await requirePaperOf(ctx, request.id, input.paperId)
  // Outside the transaction: a file may take seconds.
  const signers = await examine(ctx, input.pdf)
  await requireNotOver(ctx, input.pdf)
  return inTransaction(ctx, async (ctx) => {
    const sha256 = await keepFile(ctx, input.pdf)
    const { id } = await refuseBreach(
      { elsewhere_is_registered_once: ['certification.elsewhere_already', { field: 'file' }] },
      () =>
        ctx.db
          .insertInto('certification.elsewhere')
          .values({
            ...{ office_id: ctx.officeId, request_id: request.id, paper_id: input.paperId },
            ...{ name, system: input.system, sha256, bytes: input.pdf.length },
            number: optionalText(input.number, 'number'),
            book: optionalText(input.book, 'book'),
            signers: JSON.stringify(signers),
            ...{ registered_by: by, registered_at: ctx.now },
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'certification.elsewhere_registered', id, {
      request: request.id,
      sha256: sha256.toString('hex'),
    })
    return { id, signers }
  })
}

async function requirePaperOf(
  ctx: SigningCtx,
  requestId: string,
  paperId: string | null,
): Promise<void> {
  if (paperId === null) return
  const paper = await getPaper(ctx, { paperId })
  if (paper.requestId !== requestId)
    throw new Refusal('certification.paper_of_another_request', { field: 'paperId' })
}

/** A copy of our own that was revoked or annulled must not come back in by this door. */
async function requireNotOver(ctx: SigningCtx, pdf: Uint8Array): Promise<void> {
  const sha256 = (await hashAside(pdf)).toString('hex')
  const ours = await findIssuedBySha256(ctx, { sha256 })
  if (!ours?.ended) return
  const { number, book } = ours
  throw new Refusal('certification.elsewhere_is_over', { field: 'file', params: { number, book } })
}

async function examine(ctx: SigningCtx, pdf: Uint8Array): Promise<OtherSigner[]> {
  const { roots } = await readTrust(ctx)
  const report = await ctx.pades.inspect(pdf, {
    roots: roots.map((it) => new X509Certificate(it)),
    now: ctx.now,
  })
  if (report.verdict === 'unreadable')
    throw new Refusal('certification.elsewhere_unreadable', {
      ...{ field: 'file', params: { trouble: report.trouble ?? 'broken' } },
    })
  const signers = signersOf(report)
  if (report.verdict === 'unsigned' || (report.verdict !== 'failed' && signers.length === 0))
    throw new Refusal('certification.elsewhere_not_signed', { field: 'file' })
  if (report.verdict === 'failed') {
    const all = [...report.findings, ...report.signatures.flatMap((it) => it.findings)]
    const finding = all.find((it) => it.severity === 'fails')?.code ?? 'signature_broken'
    throw new Refusal('certification.elsewhere_changed', { field: 'file', params: { finding } })
  }
  return signers
}

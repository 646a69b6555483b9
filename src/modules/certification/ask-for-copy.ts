import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { countSheets, getPaper, type Paper } from '#src/modules/papers/index.ts'
import { getRequest, type WholeRequest } from '#src/modules/requests/index.ts'
import type { Medium } from './copy.ts'
import type { OriginalAnswers } from './eligibility.ts'
import { feeOfCopy } from './tariff.ts'
import { findAsked } from './find-asked.ts'
import { newCode } from './new-code.ts'
import { officerOf } from './officer-of.ts'
import { readNeed } from './read-need.ts'
import { readRequester } from './read-requester.ts'
import { readTariff } from './read-tariff.ts'
import { requireCertifiable } from './require-certifiable.ts'
import { requirePages } from './require-pages.ts'
import { optionalText, requireText } from './said-text.ts'

export type AskedCopy = {
  /** Made once by the form: the same key again is the same copy. */
  clientKey: string
  requestId: string
  /** The scan of the original; null only for a photocopy on paper. */
  paperId: string | null
  medium: Medium
  /** So many alike, under one number. */
  copies: number
  /** As it will stand in the book; the paper's name when left out. */
  originalName?: string
  /** As counted on the original; the pages of the scan when left out. */
  originalPages?: number
  answers: OriginalAnswers
  onVneid?: boolean
  /** The person was told that no certified copy is needed, and asks for one all the same. */
  notNeededTold?: boolean
  exemptReason?: string | null
}

/**
 * Somebody lays an original on the desk and asks for certified copies of it. Sent twice with one key,
 * also at the same moment, it is one copy, and the second answer says `again`.
 *
 * Refuses an original that must not be certified, by name; a copy that nobody needs until the person
 * was told so; a paper of another request or without a scan; a second one while the first is not
 * decided; a request that has ended.
 */
export async function askForCopy(
  ctx: Ctx,
  input: AskedCopy,
): Promise<{ copyId: string; feeVnd: number; again: boolean }> {
  requireRight(ctx, 'certification.work')
  const askedBy = officerOf(ctx)
  if (!/^[\w-]{8,64}$/.test(input.clientKey))
    throw new Refusal('certification.client_key_malformed')
  requireCertifiable(input.answers)
  if (!Number.isInteger(input.copies) || input.copies < 1 || input.copies > 200)
    throw new Refusal('certification.copies_impossible', { field: 'copies' })
  const exemptReason = optionalText(input.exemptReason, 'exemptReason')
  return inTransaction(ctx, async (ctx) => {
    const before = await findAsked(ctx, input.clientKey)
    if (before) return { ...before, again: true }
    const request = await getRequest(ctx, { requestId: input.requestId })
    if (request.endedAt) throw new Refusal('certification.request_ended')
    const paper = await readScan(ctx, request, input)
    const { answer } = await readNeed(ctx, {
      requestId: request.id,
      listedAs: paper?.listedAs ?? null,
      onVneid: input.onVneid === true,
    })
    if (answer === 'not_needed' && !input.notNeededTold)
      throw new Refusal('certification.not_needed', { field: 'notNeededTold' })
    const pages = requirePages(input.originalPages ?? (paper ? countSheets(paper) : undefined))
    const perCopy = feeOfCopy(await readTariff(ctx), pages)
    const feeVnd = exemptReason === null ? perCopy * input.copies : 0
    const { id } = await refuseBreach(
      { copy_is_asked_for_once_at_a_time: ['certification.asked_already'] },
      async () =>
        ctx.db
          .insertInto('certification.copy')
          .values({
            office_id: ctx.officeId,
            client_key: input.clientKey,
            code: newCode(),
            request_id: request.id,
            paper_id: paper?.id ?? null,
            medium: input.medium,
            original_name: requireText(
              input.originalName ?? paper?.name,
              'certification.name_missing',
              'originalName',
            ),
            original_pages: pages,
            copies: input.copies,
            ...(await readRequester(ctx, request)),
            answers: JSON.stringify(input.answers),
            need: answer,
            fee_vnd: feeVnd,
            exempt_reason: exemptReason,
            asked_at: ctx.now,
            asked_by: askedBy,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'certification.asked', id, { request: request.id, medium: input.medium })
    return { copyId: id, feeVnd, again: false }
  })
}

async function readScan(
  ctx: Ctx,
  request: WholeRequest,
  input: Pick<AskedCopy, 'paperId' | 'medium'>,
): Promise<Paper | null> {
  if (input.paperId === null) {
    if (input.medium === 'paper') return null
    throw new Refusal('certification.scan_missing', { field: 'paperId' })
  }
  const paper = await getPaper(ctx, { paperId: input.paperId })
  if (paper.requestId !== request.id)
    throw new Refusal('certification.paper_of_another_request', { field: 'paperId' })
  if (paper.erasedAt || paper.pages.length === 0)
    throw new Refusal('certification.scan_missing', { field: 'paperId' })
  return paper
}

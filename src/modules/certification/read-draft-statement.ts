import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { bookLabel } from './book.ts'
import { findSigner } from './find-signer.ts'
import { getCopy } from './get-copy.ts'
import { readAgency } from './read-agency.ts'
import { readPaperStatement } from './read-paper-statement.ts'
import { readSetting } from './read-setting.ts'
import { readStatementTemplate } from './read-statement-template.ts'
import { symbolOf } from './setting.ts'
import { writeStatement, type Statement } from './statement.ts'

/**
 * What will stand under the copy if this officer approves it now; its number is given only then, and a
 * row of dots stands for it. Of an approved copy, what does stand there.
 */
export async function readDraftStatement(ctx: Ctx, input: { copyId: string }): Promise<Statement> {
  requireRight(ctx, 'certification.sign')
  const copy = await getCopy(ctx, input)
  if (copy.numbered) return readPaperStatement(ctx, input)
  const signer = await findSigner(ctx)
  if (!signer) throw new Refusal('identity.not_allowed')
  const on = vietnamDay(ctx.now)
  const symbol = symbolOf(await readSetting(ctx), copy.medium)
  const { body } = await readStatementTemplate(ctx, copy)
  return writeStatement(body, {
    ...(await readAgency(ctx)),
    ...{ number: null, book: bookLabel({ year: on.year, symbol }), on, signer },
    ...{ originalName: copy.originalName, originalPages: copy.originalPages },
    copies: copy.copies,
  })
}

import type { Ctx } from '#src/base/ctx.ts'
import { composeHere, type ComposingCtx } from './composing-ctx.ts'
import type { Medium } from './copy.ts'
import { previewStatement } from './preview-statement.ts'

/** A code that no copy has: its letters are none of those that codes are made of. */
const sampleCode = 'XEM-THU-0000'

/** The sheet with the statement as it would lie in a file; nothing of it is numbered or kept. */
export async function previewCopy(
  ctx: Ctx & Pick<ComposingCtx, 'verifyUrl' | 'composer'>,
  input: { medium: Medium; body: string },
): Promise<Uint8Array> {
  const statement = await previewStatement(ctx, input)
  const { signerName, signerTitle, dateWords, issuer } = statement
  const { compose } = ctx.composer ?? (await composeHere())
  return compose({
    sheets: [],
    statement,
    stamp: { official: [signerName, signerTitle, dateWords], seal: [...issuer, dateWords] },
    verifyUrl: ctx.verifyUrl(sampleCode),
    at: ctx.now,
    title: 'Xem thử lời chứng',
  })
}

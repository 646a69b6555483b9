import { startSigning } from '#src/modules/signing/index.ts'
import type { CopiedSheet } from './compose/copy.ts'
import { composeHere, type ComposingCtx } from './composing-ctx.ts'
import type { Statement } from './statement.ts'

export type ToSign = {
  copyId: string
  code: string
  sheets: readonly CopiedSheet[]
  statement: Statement
  originalName: string
  signerId: string
  at: Date
  /** A copy whose signing was given up is given again under another key. */
  tries: number
}

/** Makes the file of a copy and asks for its two signatures, in the transaction that runs. */
export async function giveToSign(ctx: ComposingCtx, it: ToSign): Promise<string> {
  const { statement } = it
  const { compose } = ctx.composer ?? (await composeHere())
  const pdf = await compose({
    sheets: it.sheets,
    statement,
    stamp: {
      official: [statement.signerName, statement.signerTitle, statement.dateWords],
      seal: [...statement.issuer, statement.dateWords],
    },
    verifyUrl: ctx.verifyUrl(it.code),
    at: it.at,
    title: `${it.originalName} – bản sao chứng thực số ${statement.number}, quyển ${statement.book}`,
  })
  const { jobId } = await startSigning(ctx, {
    clientKey: `certification:${it.copyId}:${it.tries}`,
    pdf,
    holderId: it.signerId,
    reason: 'Chứng thực bản sao đúng với bản chính',
    place: statement.place,
    label: `${it.originalName} · số ${statement.number}, quyển ${statement.book}`,
  })
  return jobId
}

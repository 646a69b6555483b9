import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { bookLabel } from './book.ts'
import type { Medium } from './copy.ts'
import { readAgency } from './read-agency.ts'
import { readSetting } from './read-setting.ts'
import { symbolOf } from './setting.ts'
import { requireStatement } from './statement-template.ts'
import { writeStatement, type Statement } from './statement.ts'

/** How a wording would read under a made-up copy of today. Refuses what could not be saved. */
export async function previewStatement(
  ctx: Ctx,
  input: { medium: Medium; body: string },
): Promise<Statement> {
  requireRight(ctx, 'offices.edit')
  const on = vietnamDay(ctx.now)
  const symbol = symbolOf(await readSetting(ctx), input.medium)
  return writeStatement(requireStatement(input.body), {
    ...(await readAgency(ctx)),
    ...{ number: 12, book: bookLabel({ year: on.year, symbol }), on },
    ...{ originalName: 'Giấy khai sinh', originalPages: 2, copies: 3 },
    signer: { name: 'Nguyễn Văn A', title: 'CHỦ TỊCH' },
  })
}

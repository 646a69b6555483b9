import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { parseIdNumber } from '#src/modules/places/index.ts'
import type { EntryField } from './book-row.ts'
import { officerOf } from './officer-of.ts'
import { requireText } from './said-text.ts'

/**
 * Writes the right value beside a line of the book, with the reason, who and when. What was written
 * first stays readable. Refuses an unknown line and an impossible value.
 */
export async function correctEntry(
  ctx: Ctx,
  input: { bookId: string; number: number; field: EntryField; value: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'certification.work')
  const by = officerOf(ctx)
  const reason = requireText(input.reason, 'certification.reason_missing', 'reason')
  const value = requireValue(input.field, input.value)
  return inTransaction(ctx, async (ctx) => {
    const entry = await ctx.db
      .selectFrom('certification.entry')
      .select('copy_id')
      .where('office_id', '=', ctx.officeId)
      .where('book_id', '=', input.bookId)
      .where('number', '=', input.number)
      .executeTakeFirst()
    if (!entry) throw new Refusal('certification.entry_not_found', { field: 'number' })
    const sealed = input.field === 'requester_id' ? ctx.sealer.seal(value) : null
    await ctx.db
      .insertInto('certification.correction')
      .values({
        ...{ office_id: ctx.officeId, book_id: input.bookId, number: input.number },
        ...{ kind: 'corrected', field: input.field, reason },
        ...{ value: sealed ? null : value, value_sealed: sealed },
        ...{ made_by: by, made_at: ctx.now },
      })
      .execute()
    await record(ctx, 'certification.entry_corrected', entry.copy_id, {
      number: input.number,
      field: input.field,
    })
  })
}

const least: Partial<Record<EntryField, number>> = { original_pages: 1, copies: 1, fee_vnd: 0 }

function requireValue(field: EntryField, said: string): string {
  const value = requireText(said, 'certification.value_impossible', 'value')
  if (field === 'requester_id') return requireIdNumber(value)
  const from = least[field]
  if (from !== undefined && (!/^\d{1,8}$/.test(value) || Number(value) < from))
    throw new Refusal('certification.value_impossible', { field: 'value' })
  return value
}

/** What is wrong with the number is said beside where it was typed. */
function requireIdNumber(value: string): string {
  try {
    return parseIdNumber(value).number
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, params } = error
    throw new Refusal(code, { field: 'value', params })
  }
}

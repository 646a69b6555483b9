import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/**
 * The office teaches the voice one of its short forms, or says one that ships otherwise; an empty
 * `spoken` forgets it. Refuses more than one word, digits in what is said, and a saying that holds the
 * short form itself: it would be said over and over.
 */
export async function setAbbreviation(
  ctx: Ctx,
  input: { written: string; spoken: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const written = input.written.normalize('NFC').trim()
  const spoken = input.spoken.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (spoken.split(' ').includes(written))
    throw new Refusal('outreach.abbreviation_says_itself', { field: 'spoken' })
  return inTransaction(ctx, async (ctx) => {
    if (spoken === '')
      await ctx.db
        .deleteFrom('outreach.abbreviation')
        .where('office_id', '=', ctx.officeId)
        .where('written', '=', written)
        .execute()
    else
      await refuseBreach(
        {
          abbreviation_is_one_word: ['outreach.abbreviation_malformed', { field: 'written' }],
          abbreviation_is_said_without_digits: [
            'outreach.abbreviation_has_digits',
            { field: 'spoken' },
          ],
        },
        () =>
          ctx.db
            .insertInto('outreach.abbreviation')
            .values({ office_id: ctx.officeId, written, spoken })
            .onConflict((oc) => oc.columns(['office_id', 'written']).doUpdateSet({ spoken }))
            .execute(),
      )
    await record(ctx, 'outreach.abbreviation_set', ctx.officeId, { written })
  })
}

import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { TemplateKind, TemplateText } from './default-templates.ts'
import { listUnknownVariables } from './fill-template.ts'
import { readTemplates } from './read-templates.ts'
import { authorOf } from './require-outreach.ts'

/**
 * The office words its own drafts. Each wording is kept under the next number. Refuses an empty one, half
 * an English one, by which no draft could be made, a variable that does not exist, and one that somebody changed meanwhile (`after` is the number seen).
 */
export async function changeTemplate(
  ctx: Ctx,
  input: { kind: TemplateKind; after: number; text: TemplateText },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const [unknown] = listUnknownVariables(input.text)
  if (unknown !== undefined)
    throw new Refusal('outreach.variable_unknown', { field: 'bodyVi', params: { name: unknown } })
  if ((input.text.titleEn.trim() === '') !== (input.text.bodyEn.trim() === ''))
    throw new Refusal('outreach.english_half', { field: 'bodyEn' })
  return inTransaction(ctx, async (ctx) => {
    const stands = (await readTemplates(ctx)).find((it) => it.kind === input.kind)!
    if (stands.number !== input.after) throw new Refusal('outreach.changed_meanwhile')
    const number = input.after + 1
    await refuseBreach(
      {
        template_has_words: ['outreach.words_missing', { field: 'titleVi' }],
        template_pkey: ['outreach.changed_meanwhile'],
      },
      () =>
        ctx.db
          .insertInto('outreach.template')
          .values({
            office_id: ctx.officeId,
            kind: input.kind,
            number,
            title_vi: input.text.titleVi,
            body_vi: input.text.bodyVi,
            title_en: input.text.titleEn,
            body_en: input.text.bodyEn,
            written_by: authorOf(ctx),
            written_at: ctx.now,
          })
          .execute(),
    )
    await record(ctx, 'outreach.template_changed', ctx.officeId, { kind: input.kind, number })
  })
}

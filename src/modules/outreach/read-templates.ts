import type { Ctx } from '#src/base/ctx.ts'
import { defaultTemplates, type TemplateKind, type TemplateText } from './default-templates.ts'

/** A template as it stands: `number` 0 is what ships. */
export type Template = TemplateText & {
  kind: TemplateKind
  number: number
  writtenBy: string | null
  writtenAt: Date | null
}

const kinds = Object.keys(defaultTemplates) as TemplateKind[]

/** The templates by which this office's bulletins are drafted, one of each kind, the newest wording. */
export async function readTemplates(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Template[]> {
  const rows = await ctx.db
    .selectFrom('outreach.template')
    .selectAll()
    .distinctOn('kind')
    .where('office_id', '=', ctx.officeId)
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute()
  return kinds.map((kind) => {
    const row = rows.find((it) => it.kind === kind)
    if (!row)
      return { kind, number: 0, writtenBy: null, writtenAt: null, ...defaultTemplates[kind] }
    return {
      kind,
      number: row.number,
      writtenBy: row.written_by,
      writtenAt: row.written_at,
      titleVi: row.title_vi,
      bodyVi: row.body_vi,
      titleEn: row.title_en,
      bodyEn: row.body_en,
    }
  })
}

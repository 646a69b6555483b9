import type { Ctx } from '#src/base/ctx.ts'
import type { MessageKind } from './message.ts'
import { usualTemplate, type Template } from './template.ts'
import { messageKinds } from './variables.ts'

/** What each kind of message says now, in the order in which people meet them. */
export async function readTemplates(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { kinds = messageKinds }: { kinds?: readonly MessageKind[] } = {},
): Promise<Template[]> {
  const rows = await ctx.db
    .selectFrom('notices.template')
    .distinctOn('kind')
    .select(['kind', 'version', 'text', 'plain', 'zns_id as znsId'])
    .where('office_id', '=', ctx.officeId)
    .where('kind', 'in', kinds)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute()
  return kinds.map((kind) => rows.find((it) => it.kind === kind) ?? usualTemplate(kind))
}

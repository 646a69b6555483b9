import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { MessageKind } from './message.ts'
import { namedIn, variables } from './variables.ts'

const longest = 500

/**
 * The office words a kind of message otherwise, from now on; what was sent keeps its version. Refuses no
 * text, more than 500 letters, names in braces that this kind does not know, a ZNS id that is no number,
 * and a version that somebody else has just followed by another.
 */
export async function changeTemplate(
  ctx: Ctx,
  input: {
    kind: MessageKind
    /** The version that was read. */
    version: number
    text: string
    plain: boolean
    znsId: string | null
  },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  if (ctx.actor.kind !== 'officer') throw new Error('only an officer words messages')
  const madeBy = ctx.actor.officerId
  const { kind, plain } = input
  const text = input.text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const znsId = input.znsId?.trim() || null
  if (text === '') throw new Refusal('notices.text_missing', { field: 'text' })
  if (text.length > longest) throw new Refusal('notices.text_too_long', { field: 'text' })
  const known: readonly string[] = variables[kind]
  const unknown = namedIn(text).find((it) => !known.includes(it))
  if (unknown !== undefined)
    throw new Refusal('notices.variable_unknown', { field: 'text', params: { name: unknown } })
  if (znsId !== null && !/^\d{1,12}$/.test(znsId))
    throw new Refusal('notices.zns_id_wrong', { field: 'znsId' })
  return inTransaction(ctx, async (ctx) => {
    await refuseBreach({ template_pkey: ['notices.template_changed'] }, () =>
      ctx.db
        .insertInto('notices.template')
        .values({
          ...{ office_id: ctx.officeId, kind, version: input.version + 1, text, plain },
          ...{ zns_id: znsId, made_by: madeBy, made_at: ctx.now },
        })
        .execute(),
    )
    await record(ctx, 'notices.template_changed', ctx.officeId, {
      kind,
      version: input.version + 1,
    })
  })
}

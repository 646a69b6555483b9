import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind, DeliveryState, Subject } from './channel.ts'

export type Outcome = {
  channel: ChannelKind
  state: DeliveryState
  why: string | null
  settledAt: Date | null
}

/** What became of the newest message about each subject of one kind, by the subject's id. */
export async function readOutcomes(
  ctx: Ctx,
  input: { kind: Subject['kind']; ids: readonly string[] },
): Promise<Map<string, Outcome>> {
  if (input.ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('deliveries.message')
    .distinctOn('subject_id')
    .select(['subject_id', 'channel', 'state', 'why', 'settled_at'])
    .where('office_id', '=', ctx.officeId)
    .where('subject_kind', '=', input.kind)
    .where('subject_id', 'in', input.ids)
    .orderBy('subject_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.map(({ subject_id, channel, state, why, settled_at }) => [
      subject_id!,
      { channel, state, why, settledAt: settled_at },
    ]),
  )
}

import type { Ctx } from '#src/base/ctx.ts'
import {
  listMessages,
  readProgress,
  type DeliveryMessage,
  type Progress,
} from '#src/modules/deliveries/index.ts'
import { listSpeakerPushes, type SpeakerPush } from './list-speaker-pushes.ts'
import { requireOutreach } from './require-outreach.ts'
import { pageSubjectOf, subjectOf, type SendingChannel } from './sending.ts'

export type Sending = {
  channel: SendingChannel
  version: number
  kind: 'post' | 'edit' | 'remove'
  at: Date
}

export type SendingState = {
  sendings: Sending[]
  /** How far it has come, a line for each channel; null when nothing was handed to any channel. */
  channels: Progress['channels']
  reasons: Progress['reasons']
  /** What a person has to look at: held, with the reason. */
  held: DeliveryMessage[]
  speakers: SpeakerPush[]
}

const most = 20

/** What became of a bulletin on its way to the channels, for who writes or approves. */
export async function listSendings(ctx: Ctx, input: { bulletinId: string }): Promise<SendingState> {
  requireOutreach(ctx)
  const { bulletinId } = input
  const rows = await ctx.db
    .selectFrom('outreach.sending')
    .select(['channel', 'version', 'kind', 'asked_at as at'])
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', bulletinId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const speakers = await listSpeakerPushes(ctx, input)
  if (rows.length === 0) return { sendings: [], channels: [], reasons: [], held: [], speakers }
  const subjects = [pageSubjectOf(bulletinId), subjectOf(bulletinId)]
  const state: SendingState = {
    sendings: rows.flatMap(({ channel, ...rest }) =>
      channel === 'zns' ? [] : [{ channel, ...rest }],
    ),
    ...{ channels: [], reasons: [], held: [], speakers },
  }
  for (const subject of subjects) {
    const progress = await readProgress(ctx, { subject })
    state.channels.push(...progress.channels)
    state.reasons.push(...progress.reasons)
    if (progress.held > 0) {
      const held = (await listMessages(ctx, { subject })).filter((it) => it.state === 'held')
      state.held.push(...held.slice(0, most))
    }
  }
  return state
}

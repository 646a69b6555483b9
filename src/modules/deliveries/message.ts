import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import {
  maskAddress,
  type ChannelKind,
  type DeliveryState,
  type Purpose,
  type Recipient,
  type Subject,
} from './channel.ts'

/** One message to one address, and what became of it. */
export type DeliveryMessage = {
  id: string
  channel: ChannelKind
  purpose: Purpose
  state: DeliveryState
  /** Code with words: what became of it last. */
  why: string | null
  /** How the channel calls it: to edit or remove a post. */
  ref: string | null
  subject: Subject | null
  attempts: number
  askedAt: Date
  /** When it is tried next, where it waits. */
  nextAt: Date
  settledAt: Date | null
  accountName: string | null
  /** "•••••• 4821"; null when the address was erased. */
  maskedTo: string | null
  /** It may have arrived: who sends it again may send it twice. */
  mayHaveArrived: boolean
}

/** The messages of the office with the account that was asked last. */
export function messages(ctx: Pick<Ctx, 'db' | 'officeId'>) {
  return ctx.db
    .selectFrom('deliveries.message as m')
    .leftJoin('deliveries.account as a', 'a.id', 'm.account_id')
    .where('m.office_id', '=', ctx.officeId)
    .select([
      'm.id',
      'm.channel',
      'm.purpose',
      'm.state',
      'm.why',
      'm.ref',
      'm.subject_kind',
      'm.subject_id',
      'm.attempts',
      'm.asked_at',
      'm.next_at',
      'm.settled_at',
      'm.to_sealed',
      'm.pinned_since',
      'a.name as account_name',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>

export function messageOf(ctx: Pick<Ctx, 'sealer'>, row: Row): DeliveryMessage {
  const subject = row.subject_kind !== null && row.subject_id !== null
  return {
    id: row.id,
    channel: row.channel,
    purpose: row.purpose,
    state: row.state,
    why: row.why,
    ref: row.ref,
    subject: subject ? { kind: row.subject_kind!, id: row.subject_id! } : null,
    attempts: row.attempts,
    askedAt: row.asked_at,
    nextAt: row.next_at,
    settledAt: row.settled_at,
    accountName: row.account_name,
    maskedTo: row.to_sealed && maskAddress(JSON.parse(ctx.sealer.open(row.to_sealed)) as Recipient),
    mayHaveArrived: row.pinned_since !== null,
  }
}

/** The message, held until the transaction ends. Refuses another office's. */
export async function lockMessage(ctx: Ctx, messageId: string) {
  const row = await ctx.db
    .selectFrom('deliveries.message')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('deliveries.message_not_found')
  return row
}

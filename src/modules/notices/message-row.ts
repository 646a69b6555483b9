import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { NoticesMessage } from '#src/base/database.generated.ts'
import { maskPhone } from '#src/modules/places/index.ts'
import type { Message, Told } from './message.ts'

export const messageColumns = [
  'id',
  'kind',
  'state',
  'subject_id',
  'service_day_id',
  'name',
  'phone_sealed',
  'params',
  'asked_at',
  'tell_by',
  'useful_until',
  'attempts',
  'last_attempt_at',
  'last_reason',
  'told_at',
  'told_by',
  'channel',
  'why',
] as const

type Row = Pick<Selectable<NoticesMessage>, (typeof messageColumns)[number]>

export function messageOf(ctx: Pick<Ctx, 'sealer'>, row: Row): Message {
  // Written by askToTell only, which knows what each kind names.
  const told = { kind: row.kind, params: row.params } as Told
  return {
    ...told,
    id: row.id,
    subjectId: row.subject_id,
    serviceDayId: row.service_day_id,
    state: row.state,
    name: row.name,
    maskedPhone: row.phone_sealed && maskPhone(ctx.sealer.open(row.phone_sealed)),
    askedAt: row.asked_at,
    tellBy: row.tell_by,
    usefulUntil: row.useful_until,
    attempts: row.attempts,
    lastAttemptAt: row.last_attempt_at,
    lastReason: row.last_reason,
    toldAt: row.told_at,
    toldBy: row.told_by,
    channel: row.channel,
    why: row.why,
  }
}

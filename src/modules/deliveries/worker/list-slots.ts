import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind } from '../channel.ts'
import { isQuiet } from '../channel-rule.ts'
import { readChannelRules } from '../read-channel-rules.ts'

/** A channel of an office over which something can go out now. */
export type Slot = {
  officeId: string
  channel: ChannelKind
  /** In quiet hours. */
  urgentOnly: boolean
  dailyCap: number | null
}

/** The channels of the office that have something due and an account that is not in trouble. */
export async function listSlots(ctx: Ctx): Promise<Slot[]> {
  const { rows } = await sql<{ channel: ChannelKind }>`
    select distinct a.channel from deliveries.account a
     where a.office_id = ${ctx.officeId} and a.disconnected_at is null and a.state = 'connected'
       and (a.resting_until is null or a.resting_until <= ${ctx.now})
       and exists (select from deliveries.message m
                    where m.office_id = a.office_id and m.channel = a.channel
                      and m.state = 'waiting' and m.next_at <= ${ctx.now})`.execute(ctx.db)
  if (rows.length === 0) return []
  const rules = await readChannelRules(ctx)
  return rows.map(({ channel }) => ({
    officeId: ctx.officeId,
    channel,
    urgentOnly: isQuiet(rules[channel], ctx.now),
    dailyCap: rules[channel].dailyCap,
  }))
}

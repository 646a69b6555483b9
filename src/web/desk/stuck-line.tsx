import type { Ctx } from '#src/base/ctx.ts'
import { listStuck } from '#src/modules/deliveries/index.ts'
import { listSpeakerPushes } from '#src/modules/outreach/index.ts'
import { paths } from '../paths.ts'
import { Tag } from '../ui/pieces.tsx'
import { useView } from '../view.ts'

export type StuckCounts = { messages: number; channels: number }

/** How much waits for a person on its way out; null for who may not look after it. */
export async function countStuck(ctx: Ctx, rights: readonly string[]): Promise<StuckCounts | null> {
  if (!rights.includes('outreach.write')) return null
  const { accounts, total } = await listStuck(ctx)
  const pushes = await listSpeakerPushes(ctx, { state: 'held' })
  return { messages: total + pushes.length, channels: accounts.length }
}

/** Nothing while all goes its way. */
export function StuckLine({ stuck }: { stuck: StuckCounts }) {
  const { w, to } = useView()
  const { messages, channels } = stuck
  if (messages + channels === 0) return null
  return (
    <div class="due">
      <Tag tone="hot">{w.channels.stuck.title}</Tag>
      <a href={to(paths.stuck())}>
        {[
          messages > 0 && w.channels.stuck.home({ count: messages }),
          channels > 0 && w.channels.stuck.homeChannels({ count: channels }),
        ]
          .filter(Boolean)
          .join('. ')}
      </a>
    </div>
  )
}

import type { Publication } from '#src/modules/outreach/index.ts'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

/** Whether a channel shows the words that stand, older ones, or none. */
export function ChannelTag({
  stands,
  newest,
  correction,
  sending,
}: {
  stands: number
  newest: Publication | undefined
  /** The version that will correct the one that stands; null while that one holds. */
  correction?: number | null
  /** The house has handed it to the channel, which has not answered yet. */
  sending?: boolean
}) {
  const { w } = useView()
  const words = w.bulletins.channels
  if (newest && correction)
    return <Tag tone="hot">{w.channels.sending.needsCorrecting({ number: correction })}</Tag>
  if (sending && newest?.version !== stands)
    return <Tag tone="sun">{w.channels.sending.underWay}</Tag>
  if (!newest) return <Tag tone="plain">{words.none}</Tag>
  if (newest.version < stands)
    return <Tag tone="hot">{words.outdated({ number: newest.version })}</Tag>
  return <Tag>{words.published}</Tag>
}

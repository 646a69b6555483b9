import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind } from './channel.ts'
import { readAccounts } from './list-accounts.ts'

export type AccountTrouble = {
  accountId: string
  channel: ChannelKind
  name: string
  keptBy: string
  /** Code with words that say what to do. */
  trouble: string
  since: Date | null
  /** It still sends; what is said is to be done soon. */
  stillWorks: boolean
  waiting: number
}

const soonDays = 10
/** So many in a row for so long is no passing trouble. */
const [silentFailures, silentMinutes] = [5, 60]

/**
 * What is wrong with the office's accounts, or soon will be, with who renews each: for doctor, for the
 * list of what is stuck, for the page of the day. Nothing when all is well.
 */
export async function readAccountHealth(ctx: Ctx): Promise<AccountTrouble[]> {
  const soon = new Date(ctx.now.getTime() + soonDays * 86_400_000)
  const longAgo = new Date(ctx.now.getTime() - silentMinutes * 60_000)
  return (await readAccounts(ctx)).flatMap((it) => {
    const silent =
      it.state === 'connected' &&
      it.failuresInRow >= silentFailures &&
      it.triedSince !== null &&
      it.triedSince <= longAgo
    const ends = it.expiresAt !== null && it.expiresAt <= soon
    const trouble = it.trouble ?? (silent ? 'not_answering' : ends ? 'expires_soon' : undefined)
    if (!trouble) return []
    const { channel, name, keptBy, waiting } = it
    const stillWorks = it.state !== 'needs_renewal' && trouble !== 'not_answering'
    return [
      {
        accountId: it.id,
        channel,
        name,
        keptBy,
        trouble,
        since: it.troubleAt ?? (silent ? it.triedSince : null),
        stillWorks,
        waiting,
      },
    ]
  })
}

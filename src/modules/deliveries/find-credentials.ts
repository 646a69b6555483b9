import type { Ctx } from '#src/base/ctx.ts'
import type { Credentials } from '#src/outside/messages/driver.ts'
import { accounts, credentialsOf } from './account.ts'
import type { ChannelKind } from './channel.ts'

/** What the check of a webhook's signature needs, or null where the office has no such account. */
export async function findCredentials(
  ctx: Ctx,
  input: { channel: ChannelKind; rank?: 1 | 2 },
): Promise<(Credentials & { accountId: string; provider: string }) | null> {
  const row = await accounts(ctx)
    .select(['id', 'provider', 'settings', 'secrets_sealed'])
    .where('channel', '=', input.channel)
    .where('rank', '=', input.rank ?? 1)
    .executeTakeFirst()
  if (!row) return null
  return { accountId: row.id, provider: row.provider, ...credentialsOf(ctx, row) }
}

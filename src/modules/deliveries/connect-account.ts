import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { TokenPair } from '#src/outside/messages/driver.ts'
import { accounts } from './account.ts'
import type { ChannelKind } from './channel.ts'
import { savePair } from './save-pair.ts'

export type ToConnect = {
  channel: ChannelKind
  /** 2: asked where the first cannot. */
  rank?: 1 | 2
  /** Which driver speaks to it: `zalo`, `zns`, `facebook`, `esms`, `smtp`. */
  provider: string
  /** What officers call it: “Zalo OA xã Vụ Bản”. */
  name: string
  /** Who renews it when it has to be: a name and a phone. */
  keptBy: string
  settings: Record<string, string>
  /** Kept sealed, never shown again. Left out at a renewal: those that stand, for where they stood. */
  secrets?: Record<string, string>
  tokens?: TokenPair
  /** Another account whose pair this one uses: ZNS that of the Zalo OA, because a refresh token is good once. */
  tokensOf?: string
  expiresAt?: Date | null
  /** đồng a part; null or left out: not said. */
  costPerPart?: number | null
}

/**
 * Connects the office to a channel, or renews the account of this channel and rank; what waited for it
 * goes on. Refuses a missing name, keeper or secret, an impossible cost, and tokens of an account that
 * is not the office's or has none that still let us in. Where it leads to another server the secrets are asked for again:
 * whoever may change the address is not thereby told the password.
 */
export async function connectAccount(ctx: Ctx, said: ToConnect): Promise<{ accountId: string }> {
  requireRight(ctx, 'offices.edit')
  const [name, keptBy] = [said.name, said.keptBy].map((it) => it.normalize('NFC').trim())
  if (!name) throw new Refusal('deliveries.name_missing', { field: 'name' })
  if (!keptBy) throw new Refusal('deliveries.keeper_missing', { field: 'keptBy' })
  return inTransaction(ctx, async (ctx) => {
    if (said.tokensOf) await requirePair(ctx, said.tokensOf)
    const rank = said.rank ?? 1
    const stands = await accounts(ctx)
      .select(['id', 'version', 'tokens_of', 'provider', 'settings'])
      .where('channel', '=', said.channel)
      .where('rank', '=', rank)
      .forUpdate()
      .executeTakeFirst()
    if (!said.secrets && !(stands && leadsToSame(stands, said)))
      throw new Refusal('deliveries.secrets_missing')
    const values = {
      provider: said.provider,
      name,
      kept_by: keptBy,
      settings: JSON.stringify(said.settings),
      ...(said.secrets && { secrets_sealed: ctx.sealer.seal(JSON.stringify(said.secrets)) }),
      tokens_of: said.tokensOf ?? stands?.tokens_of ?? null,
      state: 'connected',
      trouble: null,
      trouble_at: null,
      expires_at: said.expiresAt ?? null,
      cost_per_part: said.costPerPart ?? null,
      failures_in_row: 0,
      resting_until: null,
      connected_by: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
      connected_at: ctx.now,
    } as const
    const breaches: Parameters<typeof refuseBreach>[0] = {
      account_cost_is_possible: ['deliveries.cost_impossible', { field: 'costPerPart' }],
      account_is_one_a_rank: ['deliveries.changed_meanwhile'],
    }
    const { id } = await refuseBreach(breaches, () =>
      stands
        ? ctx.db
            .updateTable('deliveries.account')
            .set({ ...values, version: stands.version + 1 })
            .where('office_id', '=', ctx.officeId)
            .where('id', '=', stands.id)
            .returning('id')
            .executeTakeFirstOrThrow()
        : ctx.db
            .insertInto('deliveries.account')
            .values({
              ...values,
              secrets_sealed: ctx.sealer.seal(JSON.stringify(said.secrets)),
              office_id: ctx.officeId,
              channel: said.channel,
              rank,
            })
            .returning('id')
            .executeTakeFirstOrThrow(),
    )
    if (said.tokens) await savePair(ctx, id, said.tokens)
    const { channel, provider } = said
    const deed = stands ? 'deliveries.account_renewed' : 'deliveries.account_connected'
    await record(ctx, deed, id, { channel, provider, rank })
    return { accountId: id }
  })
}

/** The settings that say to whom the secrets go, and whether others can read them on the way. */
const directions = ['host', 'port', 'security', 'user'] as const

function leadsToSame(
  stands: { provider: string; settings: unknown },
  said: Pick<ToConnect, 'provider' | 'settings'>,
): boolean {
  const before = stands.settings as Record<string, string>
  return (
    stands.provider === said.provider &&
    directions.every((it) => (before[it] ?? '') === (said.settings[it] ?? ''))
  )
}

async function requirePair(ctx: Ctx, accountId: string): Promise<void> {
  const pair = await ctx.db
    .selectFrom('deliveries.token_pair')
    .select('account_id')
    .where('office_id', '=', ctx.officeId)
    .where('account_id', '=', accountId)
    .where('dead', '=', false)
    .executeTakeFirst()
  if (!pair) throw new Refusal('deliveries.tokens_missing')
}

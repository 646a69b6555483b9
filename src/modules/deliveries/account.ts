import type { Ctx } from '#src/base/ctx.ts'
import type { DeliveriesAccountState } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Credentials } from '#src/outside/messages/driver.ts'
import type { ChannelKind } from './channel.ts'

/** The office's account at a channel, without its secrets. */
export type Account = {
  id: string
  channel: ChannelKind
  /** 2 is asked where 1 cannot. */
  rank: 1 | 2
  provider: string
  name: string
  state: DeliveriesAccountState
  /** Code with words: why it needs renewal, or what to mind while it still works. */
  trouble: string | null
  troubleAt: Date | null
  /** Who renews it: a name and a phone at the office. */
  keptBy: string
  settings: Record<string, string>
  /** When the way in ends by itself, where that is known. */
  expiresAt: Date | null
  /** When the token of now ends; it is renewed by itself before. */
  tokenExpiresAt: Date | null
  /** đồng; null when the office has not said. */
  costPerPart: number | null
  /** Left alone until then after failing several times in a row, or because the channel asked for it. */
  restingUntil: Date | null
  /** How often in a row the channel could not be asked. */
  failuresInRow: number
  connectedAt: Date
}

/** The accounts of the office that are not disconnected. */
export function accounts(ctx: Pick<Ctx, 'db' | 'officeId'>) {
  return ctx.db
    .selectFrom('deliveries.account')
    .where('deliveries.account.office_id', '=', ctx.officeId)
    .where('disconnected_at', 'is', null)
}

/** The account, held until the transaction ends. Refuses another office's and a disconnected one. */
export async function lockAccount(ctx: Ctx, accountId: string) {
  const row = await accounts(ctx)
    .selectAll()
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('deliveries.account_not_found')
  return row
}

type Row = { settings: unknown; secrets_sealed: Uint8Array }

/** What its driver needs of it. Written by connectAccount only, so the shapes are known. */
export function credentialsOf(
  ctx: Pick<Ctx, 'sealer'>,
  row: Row,
  accessSealed: Uint8Array | null = null,
): Credentials {
  return {
    settings: row.settings as Record<string, string>,
    secrets: JSON.parse(ctx.sealer.open(row.secrets_sealed)) as Record<string, string>,
    ...(accessSealed && { accessToken: ctx.sealer.open(accessSealed) }),
  }
}

/** Somebody may have set it right at the channel itself: nothing is to be entered here anew. */
export function mayTryAgain({ state, trouble }: Pick<Account, 'state' | 'trouble'>): boolean {
  return state === 'needs_renewal' && !pairTroubles.some((it) => it === trouble)
}

/** Troubles of the token pair itself: gone for every account that uses the pair. */
export const pairTroubles = [
  'token_expired',
  'token_revoked',
  'refresh_interrupted',
  'restored',
] as const

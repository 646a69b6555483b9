import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { log } from '#src/base/log.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Credentials, Refreshed } from '#src/outside/messages/driver.ts'
import { credentialsOf } from '../account.ts'
import { savePair } from '../save-pair.ts'
import { enter, later, type DeliveryWorld } from './delivery-world.ts'
import { withinTime } from './within-time.ts'

const oldDays = 7

/**
 * Refreshes the pairs of the office that end soon, or that are so old that the refresh token might end
 * unused. Every worker may call it at any time: a refresh token is good once, and that its use was begun is
 * committed before it is used. If its use was never finished nobody can know whether it is used up, so
 * it is not used again: the access token serves until it ends, then a person connects anew.
 */
export async function refreshTokens(world: DeliveryWorld, officeId: string): Promise<void> {
  const ctx = enter(world, officeId)
  const { rows } = await sql<{ account_id: string }>`
    select account_id from deliveries.token_pair t
     where office_id = ${officeId} and not dead and ${isDue(world, ctx.now)}`.execute(ctx.db)
  for (const { account_id } of rows) await refreshPair(world, officeId, account_id)
}

function isDue({ pace }: DeliveryWorld, now: Date) {
  const interrupted = later(now, -2 * pace.timeout)
  return sql`
    case when t.refresh_begun_at is not null then t.refresh_begun_at <= ${interrupted}
         else (t.expires_at <= ${later(now, pace.refreshEarly)}
               or t.saved_at <= ${later(now, -oldDays * 86_400)})
              and (t.refresh_not_before is null or t.refresh_not_before <= ${now}) end`
}

type Begun = { credentials: Credentials; refreshToken: string; begunAt: Date; provider: string }

async function refreshPair(world: DeliveryWorld, officeId: string, id: string): Promise<void> {
  const begun = await beginRefresh(world, enter(world, officeId), id)
  if (!begun) return
  const answer = await ask(world, begun)
  await endRefresh(world, enter(world, officeId), id, begun, answer)
}

/** The row's lock and the reading after it: of twenty workers one begins, the others find it begun. */
async function beginRefresh(world: DeliveryWorld, ctx: Ctx, id: string): Promise<Begun | null> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{
      access_sealed: Buffer
      refresh_sealed: Buffer
      refresh_begun_at: Date | null
      expires_at: Date
    }>`select * from deliveries.token_pair t
        where office_id = ${ctx.officeId} and account_id = ${id} and not dead
          and ${isDue(world, ctx.now)}
          for update skip locked`.execute(ctx.db)
    const pair = rows[0]
    if (!pair) return null
    if (pair.refresh_begun_at) {
      await noteInterrupted(ctx, id, pair.expires_at)
      return null
    }
    const account = await ctx.db
      .selectFrom('deliveries.account')
      .select(['provider', 'settings', 'secrets_sealed'])
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', id)
      .where('disconnected_at', 'is', null)
      .executeTakeFirst()
    if (!account) return null
    const refreshToken = ctx.sealer.open(pair.refresh_sealed)
    const use = await ctx.db
      .insertInto('deliveries.refresh_use')
      .values({
        office_id: ctx.officeId,
        account_id: id,
        token_mark: ctx.sealer.mark('deliveries.refresh', refreshToken),
        begun_at: ctx.now,
      })
      .onConflict((oc) => oc.constraint('refresh_token_is_used_once').doNothing())
      .executeTakeFirstOrThrow()
    if (use.numInsertedOrUpdatedRows !== 1n) {
      await noteInterrupted(ctx, id, pair.expires_at)
      return null
    }
    await ctx.db
      .updateTable('deliveries.token_pair')
      .set({ refresh_begun_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', id)
      .execute()
    const credentials = credentialsOf(ctx, account, pair.access_sealed)
    return { credentials, refreshToken, begunAt: ctx.now, provider: account.provider }
  })
}

async function ask(world: DeliveryWorld, begun: Begun): Promise<Refreshed> {
  const refresh = world.drivers[begun.provider]?.refresh
  if (!refresh) return { outcome: 'later', why: 'settings_missing' }
  try {
    const answer = await withinTime(world.pace, (signal) =>
      refresh(begun.credentials, begun.refreshToken, signal),
    )
    return answer ?? { outcome: 'unsure', why: 'slow' }
  } catch (error) {
    log.error({ err: error, provider: begun.provider }, 'driver threw while refreshing a token')
    return { outcome: 'unsure', why: 'garbled' }
  }
}

async function endRefresh(
  world: DeliveryWorld,
  ctx: Ctx,
  id: string,
  begun: Begun,
  answer: Refreshed,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const pair = await ctx.db
      .selectFrom('deliveries.token_pair')
      .select(['refresh_begun_at', 'expires_at'])
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    // Connected anew by a person meanwhile: theirs is the newer pair.
    if (pair?.refresh_begun_at?.getTime() !== begun.begunAt.getTime()) return
    if (answer.outcome === 'refreshed') return savePair(ctx, id, answer.pair)
    if (answer.outcome === 'account') return noteDead(ctx, id, answer.why)
    if (answer.outcome === 'unsure') return noteInterrupted(ctx, id, pair.expires_at)
    await ctx.db
      .deleteFrom('deliveries.refresh_use')
      .where('office_id', '=', ctx.officeId)
      .where('token_mark', '=', ctx.sealer.mark('deliveries.refresh', begun.refreshToken))
      .execute()
    const again = later(ctx.now, answer.waitSeconds ?? world.pace.refreshAgain)
    await ctx.db
      .updateTable('deliveries.token_pair')
      .set({ refresh_begun_at: null, refresh_not_before: again })
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', id)
      .execute()
  })
}

/** The refresh token may be used up. What is still good serves on; whoever keeps the account is told. */
async function noteInterrupted(ctx: Ctx, id: string, expiresAt: Date): Promise<void> {
  if (expiresAt <= ctx.now) return noteDead(ctx, id, 'refresh_interrupted')
  const row = await ctx.db
    .updateTable('deliveries.account')
    .set({ trouble: 'refresh_interrupted', trouble_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', id)
    .where('trouble', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row) await record(ctx, 'deliveries.account_in_trouble', id, { why: 'refresh_interrupted' })
}

async function noteDead(ctx: Ctx, id: string, why: string): Promise<void> {
  await ctx.db
    .updateTable('deliveries.token_pair')
    .set({ dead: true })
    .where('office_id', '=', ctx.officeId)
    .where('account_id', '=', id)
    .execute()
  await ctx.db
    .updateTable('deliveries.account')
    .set({ state: 'needs_renewal', trouble: why, trouble_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where((eb) => eb.or([eb('id', '=', id), eb('tokens_of', '=', id)]))
    .where('state', '<>', 'needs_renewal')
    .execute()
  await record(ctx, 'deliveries.account_in_trouble', id, { why })
}

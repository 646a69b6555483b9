import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { claimTry, giveBackTry } from './claim-try.ts'
import { parseRequestCode } from './request-code.ts'

/** By what a person without an account shows that the request is theirs. */
export type FollowKey = { slipToken: string } | { code: string; lastDigits: string }

/**
 * The request that the slip's token, or the code with the last four digits of the phone that was
 * left, opens. An unknown code and wrong digits are refused in the same words; wrong tries of a code
 * make the next wait (`requests.track_wait`). Run it outside a transaction: a try counts even though
 * it is refused.
 */
export async function requireFollowed(ctx: Ctx, key: FollowKey): Promise<{ id: string }> {
  if ('slipToken' in key) return bySlip(ctx, key.slipToken)
  const notFound = new Refusal('requests.track_not_found', { field: 'code' })
  const code = parseRequestCode(key.code)
  const digits = key.lastDigits.replace(/\D/g, '')
  if (!code || digits.length !== 4) throw notFound
  await claimTry(ctx, code)
  const mark = ctx.sealer.mark('phone_tail', digits)
  const found = await ctx.db
    .selectFrom('requests.request as r')
    .innerJoin('requests.person as p', (join) =>
      join.on((eb) =>
        eb.or([eb('p.id', '=', eb.ref('r.subject_id')), eb('p.id', '=', eb.ref('r.requester_id'))]),
      ),
    )
    .select('r.id')
    .where('r.office_id', '=', ctx.officeId)
    .where('p.office_id', '=', ctx.officeId)
    .where('r.code', '=', code)
    .where('p.phone_tail_mark', '=', mark)
    .executeTakeFirst()
  if (!found) throw notFound
  await giveBackTry(ctx, code)
  return found
}

async function bySlip(ctx: Ctx, token: string): Promise<{ id: string }> {
  const found = await ctx.db
    .selectFrom('requests.request')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('slip_token', '=', token)
    .executeTakeFirst()
  if (!found) throw new Refusal('requests.track_not_found')
  return found
}

import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { selectCommunes, type Commune } from './commune.ts'
import { dayOr } from './day.ts'

/**
 * The commune that bears this code on a day (today). The day matters: 13753 was xã Hợp Hưng until
 * 30 June 2025 and is xã Hiển Khánh since.
 */
export async function findCommune(
  ctx: NationCtx,
  input: { code: string; at?: Temporal.PlainDate },
): Promise<Commune | null> {
  const at = dayOr(ctx, input.at)
  const found = await selectCommunes(ctx, at)
    .where('c.code', '=', input.code)
    .where(sql<boolean>`c.valid @> ${at}::date`)
    .executeTakeFirst()
  return found ?? null
}

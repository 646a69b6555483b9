import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { Refusal } from '#src/base/refusal.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { listKeys } from '#src/modules/signing/index.ts'
import { officerOf } from './officer-of.ts'

/** Who certifies, by name and title as both stand under the copy. */
export type Signer = { officerId: string; name: string; title: string }

/**
 * The officer of `ctx` as signer: by the name and title entered with their key, so that the statement and
 * the signature say the same; on paper, where no key is needed, else as the house knows them. Refuses
 * whoever may sign only on other days.
 */
export async function findSigner(ctx: Ctx): Promise<Signer | null> {
  const officerId = officerOf(ctx)
  const key = (await listKeys(ctx)).find((it) => it.holderId === officerId)
  if (key) {
    const { name, title, validFrom, validTo } = key.holder
    const on = vietnamDay(ctx.now)
    const early = Temporal.PlainDate.compare(on, validFrom) < 0
    const late = validTo !== null && Temporal.PlainDate.compare(on, validTo) > 0
    if (early || late) throw new Refusal('certification.signer_not_now')
    return { officerId, name, title }
  }
  const known = (await readOfficerNames(ctx, [officerId])).get(officerId)
  return known ? { officerId, name: known.fullName, title: known.title } : null
}

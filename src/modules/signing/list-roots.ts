import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { fingerprintOf } from './add-roots.ts'
import { readRoots } from './read-roots.ts'

/** A root that the office trusts, by its name and the SHA-256 that a person can compare. */
export type TrustedRoot = { fingerprint: string; name: string; validTo: Date }

export async function listRoots(ctx: Ctx): Promise<TrustedRoot[]> {
  requireRight(ctx, 'offices.edit')
  return (await readRoots(ctx)).map((it) => ({
    fingerprint: fingerprintOf(it).toString('hex'),
    name: (/^CN=(.*)$/m.exec(it.subject)?.[1] ?? it.subject).normalize('NFC'),
    validTo: it.validToDate,
  }))
}

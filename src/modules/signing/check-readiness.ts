import { randomBytes } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { checkTime } from '#src/outside/pades/inspect/check-time.ts'
import { hashOf } from '#src/outside/pades/inspect/read-cms.ts'
import { readPinState } from '#src/outside/signer/open-pkcs11.ts'
import { SignerTrouble } from '#src/outside/signer/signer.ts'
import { askTime, TimeTrouble } from '#src/outside/timestamp/ask-time.ts'
import { readStanding } from './key-standing.ts'
import type { OpenableKey } from './key.ts'
import { readKeys } from './list-keys.ts'
import { openKey } from './open-key.ts'
import { readReadiness } from './read-readiness.ts'
import { readRoots } from './read-roots.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { Found, Readiness, Ready, ReadyTrouble, ReadyWarning } from './readiness.ts'
import type { SigningSetting } from './setting.ts'

const day = 24 * 3600_000

/**
 * Looks whether signing would work now: each key's certificate, chain and issuer, the token and its PIN
 * state without trying a PIN, the remote service, the time service. Kept, so that pages say it at
 * once; done at the start, every hour, and after a change of settings.
 */
export async function checkReadiness(ctx: Ctx): Promise<Readiness> {
  requireRight(ctx, 'offices.edit')
  const setting = await readSigningSetting(ctx)
  const keys = await Promise.all(
    (await readKeys(ctx)).map((key) => checkKey(ctx, { key, setting })),
  )
  const official = keys.filter((it) => it.holderId !== null)
  const seal = keys.find((it) => it.holderId === null) ?? null
  const time = setting.timeUrl === null ? null : await checkService(ctx, setting.timeUrl)
  const warnings: ReadyWarning[] = [
    ...(official.length === 0 ? (['no_official'] as const) : []),
    ...(seal ? [] : (['no_seal'] as const)),
    ...(time ? [] : (['no_time'] as const)),
    ...(time && !setting.evidence ? (['no_evidence'] as const) : []),
    ...((await readRoots(ctx)).length === 0 ? (['no_roots'] as const) : []),
  ]
  const found: Found = { official, seal, time, warnings }
  await inTransaction(ctx, (ctx) => keep(ctx, found))
  return readReadiness(ctx)
}

async function keep(ctx: Ctx, found: Found): Promise<void> {
  const columns = { checked_at: ctx.now, found: JSON.stringify(found) }
  await ctx.db
    .insertInto('signing.readiness')
    .values({ office_id: ctx.officeId, ...columns })
    .onConflict((oc) => oc.column('office_id').doUpdateSet(columns))
    .execute()
}

async function checkKey(
  ctx: Ctx,
  { key, setting }: { key: OpenableKey; setting: SigningSetting },
): Promise<Ready> {
  const standing = await readStanding(ctx, key, { ask: setting.evidence })
  const reached = standing.trouble ? { trouble: null, pin: null } : await reach(key)
  const trouble = standing.trouble ?? reached.trouble
  const soon = new Date(ctx.now.getTime() + setting.warnDays * day)
  const { validTo } = key.holder
  const ends = validTo && validTo.toZonedDateTime('Asia/Ho_Chi_Minh').epochMilliseconds
  const warnings: ReadyWarning[] = [
    ...(key.certificateTo < soon && key.certificateTo >= ctx.now
      ? (['expires_soon'] as const)
      : []),
    ...(ends && ends < soon.getTime() && standing.trouble !== 'holder_no_longer'
      ? (['holder_ends_soon'] as const)
      : []),
    // A seal is often written in full in one place and short in the other.
    ...(key.holderId !== null && fold(key.subject) !== fold(key.holder.name)
      ? (['name_differs'] as const)
      : []),
    ...(reached.pin === 'low' ? (['pin_low'] as const) : []),
    ...(standing.revocation === 'unknown' ? (['revocation_unknown'] as const) : []),
  ]
  const { name, title } = key.holder
  return {
    ...{ keyId: key.id, holderId: key.holderId, name, title },
    ...{ ready: trouble === null, trouble, warnings, pin: reached.pin },
    validTo: key.certificateTo,
  }
}

/** Whether the token or the service answers; a PIN, a password or a code is not tried. */
async function reach(key: OpenableKey): Promise<Pick<Ready, 'trouble' | 'pin'>> {
  const { access } = key
  try {
    if (access.kind === 'pkcs11') {
      const pin = await readPinState({ ...access, pin: '' })
      if (pin === 'locked' || pin === 'last_try') return { trouble: `pin_${pin}`, pin }
      await openKey(key, '')
      return { trouble: null, pin }
    }
    if (access.kind === 'csc') await openKey(key, '')
    return { trouble: null, pin: null }
  } catch (error) {
    if (error instanceof SignerTrouble) return { trouble: error.code, pin: null }
    if (error instanceof Refusal) return { trouble: 'certificate_of_another', pin: null }
    throw error
  }
}

/** Asks the time service for a time, of nothing, and looks whose it is. */
async function checkService(ctx: Ctx, url: string): Promise<Ready> {
  const look = async (): Promise<{ trouble: ReadyTrouble | null; validTo: Date | null }> => {
    try {
      const about = randomBytes(32)
      const token = await askTime(url, hashOf('sha256', about))
      const roots = await readRoots(ctx)
      const { trusted, cms } = checkTime(token, [about], [], roots)
      const validTo = cms?.signer?.validToDate ?? null
      const known = trusted || roots.length === 0
      return { trouble: known ? null : 'time_untrusted', validTo }
    } catch (error) {
      if (error instanceof TimeTrouble) return { trouble: `time_${error.code}`, validTo: null }
      throw error
    }
  }
  const { trouble, validTo } = await look()
  return {
    ...{ keyId: null, holderId: null, name: url, title: '', warnings: [], pin: null },
    ...{ ready: trouble === null, trouble, validTo },
  }
}

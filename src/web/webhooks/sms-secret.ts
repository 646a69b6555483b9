import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import { paths } from '../paths.ts'

/** Providers of SMS sign nothing: the address that only they know is the proof. One for each office. */
export function smsSecret(ctx: Pick<Ctx, 'sealer' | 'officeId'>): string {
  return ctx.sealer.mark('sms report', ctx.officeId).toString('hex').slice(0, 40)
}

export function isSmsSecret(ctx: Pick<Ctx, 'sealer' | 'officeId'>, said: string): boolean {
  const [ours, given] = [Buffer.from(smsSecret(ctx)), Buffer.from(said)]
  return ours.length === given.length && timingSafeEqual(ours, given)
}

/** To be typed at the provider, or sent along with each message. */
export function smsReportAddress(
  ctx: Pick<Ctx, 'sealer' | 'officeId'>,
  site: string,
  slug: string,
): string {
  return `${site}${paths.smsReports(slug)}?khoa=${smsSecret(ctx)}`
}

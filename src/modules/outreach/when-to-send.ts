import type { BulletinVersion } from './bulletin.ts'

const zone = 'Asia/Ho_Chi_Minh'
/** When the usual quiet hours of the channels end. */
const firstHour = '07:00'

/**
 * From when, and until when, a version is sent: a draft approved early waits for the morning of its
 * first day, and nothing goes out after its last. A correction goes at once.
 */
export function whenToSend(
  version: Pick<BulletinVersion, 'kind' | 'air'>,
  now: Date,
): { notBefore: Date | null; usefulUntil: Date } {
  const first = version.air.from.toZonedDateTime({ timeZone: zone, plainTime: firstHour })
  const end = version.air.to.add({ days: 1 }).toZonedDateTime(zone)
  const early = version.kind === 'weekly' || version.kind === 'own'
  const morning = new Date(first.epochMilliseconds)
  return {
    notBefore: early && morning > now ? morning : null,
    usefulUntil: new Date(end.epochMilliseconds),
  }
}

import type { Ctx } from '#src/base/ctx.ts'
import { draftBulletin } from '#src/errands/draft-bulletin.ts'
import {
  approveBulletin,
  logAiring,
  markPublished,
  submitBulletin,
} from '#src/modules/outreach/index.ts'
import { listHamletWays } from '#src/modules/reach/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'

type People = { officer: Ctx; chairman: Ctx; announcer: Ctx }

const instant = (day: Temporal.PlainDate, time: string) =>
  new Date(`${day.toString()}T${time}+07:00`)

/**
 * The bulletin of the last day that was held: drafted the day before, approved, put on two channels,
 * aired in the evening over all clusters but the last: nobody comes from there.
 */
export async function tellOfHeldDay(people: People, day: ServiceDay): Promise<void> {
  const eve = day.date.subtract({ days: 1 })
  const at = (ctx: Ctx, time: string): Ctx => ({ ...ctx, now: instant(eve, time) })
  const drafted = await draftBulletin(at(people.officer, '05:00'), day.id)
  if (!drafted) return
  const bulletinId = drafted.id
  await submitBulletin(at(people.officer, '07:40'), { bulletinId, version: 1 })
  await approveBulletin(at(people.chairman, '08:15'), { bulletinId, version: 1 })
  const channel = (channel: 'facebook' | 'hamlet_heads', note: string) =>
    markPublished(at(people.officer, '08:30'), { bulletinId, version: 1, channel, link: '', note })
  await channel('facebook', 'Đã đăng trang của xã (mẫu)')
  await channel('hamlet_heads', 'Đã gửi nhóm Zalo trưởng thôn (mẫu)')
  const clusters = (await listHamletWays(people.announcer)).filter((it) => it.hasLoudspeaker)
  const silent = clusters.pop()
  const log = (clientKey: string, aired: boolean, hamletIds: string[], reason: string) =>
    logAiring(at(people.announcer, '17:20'), {
      ...{ bulletinId, clientKey, aired, hamletIds, reason },
      at: instant(eve, '17:00'),
    })
  const keys = [crypto.randomUUID(), crypto.randomUUID()] as const
  await log(
    keys[0],
    true,
    clusters.map((it) => it.id),
    '',
  )
  if (silent) await log(keys[1], false, [silent.id], 'Cụm loa hỏng, đã báo thợ')
}

/** The coming day's bulletin, drafted and waiting for an officer. */
export async function draftComingDay(people: People, day: ServiceDay): Promise<void> {
  await draftBulletin(people.officer, day.id, { early: true })
}

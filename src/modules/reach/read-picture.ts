import type { Ctx } from '#src/base/ctx.ts'
import { channels } from './channel.ts'
import { listBusinesses } from './list-businesses.ts'
import { listHamletWays } from './list-hamlet-ways.ts'
import { rate, type ByChannel, type ReachPicture } from './picture.ts'
import { readEffort } from './read-effort.ts'
import { requirePicture } from './require-picture.ts'
import { requireForward, type Span } from './span.ts'

/**
 * Whom the news reached from one day to another, by hamlet, business and channel, with what was done
 * and what it cost. A person who came twice is counted twice; nobody is in it by name.
 */
export async function readPicture(ctx: Ctx, span: Span): Promise<ReachPicture> {
  requirePicture(ctx)
  requireForward(span)
  const comings = await ctx.db
    .selectFrom('reach.coming_report')
    .select(['channel', 'hamlet_id as hamletId', 'business_id as businessId'])
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('office_id', '=', ctx.officeId)
    .where('on_date', '>=', span.from)
    .where('on_date', '<=', span.to)
    .groupBy(['channel', 'hamlet_id', 'business_id'])
    .execute()
  const [hamlets, businesses, effort] = await Promise.all([
    listHamletWays(ctx),
    listBusinesses(ctx),
    readEffort(ctx, span),
  ])
  const count = (is: (it: (typeof comings)[number]) => boolean) =>
    comings.reduce((sum, it) => sum + (is(it) ? it.people : 0), 0)
  const byChannel = (is: (it: (typeof comings)[number]) => boolean): ByChannel => {
    const all: ByChannel = {}
    for (const it of comings.filter(is)) {
      const key = it.channel ?? 'unsaid'
      all[key] = (all[key] ?? 0) + it.people
    }
    return all
  }
  const inHamlets = hamlets.map((hamlet) => {
    const here = (it: (typeof comings)[number]) => it.hamletId === hamlet.id
    const people = count(here)
    return {
      ...hamlet,
      people,
      perHundred: rate(people, hamlet.households),
      byChannel: byChannel(here),
      airings: (effort.airings.get(hamlet.id) ?? 0) + (effort.airings.get(null) ?? 0),
    }
  })
  const counted = inHamlets.filter((it) => it.households !== null)
  const households = counted.reduce((sum, it) => sum + (it.households ?? 0), 0)
  return {
    span,
    people: count(() => true),
    answered: count((it) => it.channel !== null),
    placed: count((it) => it.hamletId !== null || it.businessId !== null),
    households,
    perHundred: rate(
      counted.reduce((sum, it) => sum + it.people, 0),
      households,
    ),
    hamlets: inHamlets,
    businesses: businesses
      .map((business) => {
        const here = (it: (typeof comings)[number]) => it.businessId === business.id
        const people = count(here)
        const perHundred = rate(people, business.workers)
        return { ...business, people, perHundred, byChannel: byChannel(here) }
      })
      .filter((it) => it.inUse || it.people > 0),
    channels: channels.map((channel) => {
      const people = count((it) => it.channel === channel)
      const { times, opened, cost } = effort.of(channel)
      const costPerPerson = cost === null || people === 0 ? null : Math.round(cost / people)
      return { channel, people, times, opened, cost, costPerPerson }
    }),
    notices: effort.notices,
  }
}

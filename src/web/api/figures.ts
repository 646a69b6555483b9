import { z } from 'zod'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { readPublicFigures, type ProcedureGroup } from '#src/modules/reports/index.ts'
import type { Lang } from '#src/words/index.ts'
import { endpoint } from './endpoint.ts'
import { enterBySlug, slug } from './enter-office.ts'
import { AskedDay, Day, say } from './shapes.ts'

const Share = z
  .object({
    count: z.number().int(),
    of: z.number().int(),
    share: z.number().nullable().describe('Between 0 and 1; null of nothing.'),
  })
  .meta({ id: 'Share' })

const Counted = z
  .object({
    requests: z.number().int(),
    filed: z.number().int(),
    finished: z.number().int(),
    onTime: Share.describe('Results by the due date, of results that had one.'),
    firstTimeRight: Share.describe('Taken without asking for more, of those taken or refused.'),
    online: Share.describe('Filed online, of those filed.'),
    byProxy: z.number().int(),
    vneidHelped: z.number().int(),
    extended: z.number().int(),
    reopened: z.number().int(),
    saved: z.object({ trips: z.number(), km: z.number(), hours: z.number() }),
  })
  .meta({ id: 'Counted' })

const CountedGroup = Counted.extend({ key: z.string(), name: z.string() }).meta({
  id: 'CountedGroup',
})

const Ratings = z
  .object({
    count: z.number().int(),
    average: z.number().nullable().describe('One to five stars.'),
    satisfied: Share.describe('Four stars or more.'),
    low: z.number().int(),
    lowAnswered: Share,
    filedOnline: Share,
    questions: z.array(
      z.object({
        key: z.enum(['guidance', 'speed', 'attitude']),
        name: z.string(),
        average: z.number().nullable(),
        stars: z.array(z.number().int()).describe('How many gave one star, two, … five.'),
      }),
    ),
    returns: z.array(
      z.object({ times: z.number().int().describe('3: three or more'), count: z.number().int() }),
    ),
  })
  .meta({ id: 'Ratings' })

const Figures = z
  .object({
    from: Day,
    to: Day,
    madeOn: Day,
    total: Counted,
    byProcedure: z.array(
      CountedGroup.extend({ code: z.string(), officialName: z.string() }).meta({
        id: 'ProcedureFigures',
      }),
    ),
    byAuthority: z.array(CountedGroup),
    byHome: z.array(CountedGroup).describe('Where people live: this commune, near, far.'),
    byComing: z.array(CountedGroup).describe('In person, by a relative, from afar.'),
    byMonth: z.array(
      z.object({ month: z.string().describe('2026-11'), requests: z.number().int() }),
    ),
    serviceDaysHeld: z.number().int(),
    turnaround: z.object({
      results: z.number().int(),
      medianDays: z.number().nullable(),
      ninetiethDays: z.number().nullable(),
    }),
    rated: Share.describe('How many of the requests were rated.'),
    ratings: Ratings,
  })
  .meta({ id: 'Figures' })

export const figures = endpoint({
  path: '/offices/{slug}/figures',
  name: 'readFigures',
  tag: 'offices',
  summary: 'What the office publishes of its work in a period: counts only, nobody in them',
  params: z.object({
    slug,
    from: AskedDay.describe('The first day; 1 January of this year when left out.'),
    to: AskedDay.describe(
      'The last day, twenty years after the first at most; today when left out.',
    ),
  }),
  response: Figures,
  refuses: [404],
  answer: async (asking, asked) => {
    const { ctx } = await enterBySlug(asking, asked.slug)
    const to = asked.to ?? vietnamDay(ctx.now)
    const from = asked.from ?? to.with({ month: 1, day: 1 })
    const { period, procedures, ...found } = await readPublicFigures(ctx, { from, to })
    const { lang } = asking
    return {
      ...found,
      ...period,
      byProcedure: procedures.map((it) => procedureOf(lang, it)),
      byAuthority: found.authorities.map((it) => named(lang, it)),
      byHome: found.homeKinds.map((it) => named(lang, it)),
      byComing: found.coming.map((it) => named(lang, it)),
      byMonth: found.months.map(({ key, requests }) => ({ month: key, requests })),
      ratings: {
        ...found.ratings,
        questions: found.ratings.questions.map((it) => named(lang, it)),
      },
    }
  },
})

function named<G extends { label: { vi: string; en: string } }>(lang: Lang, group: G) {
  return { ...group, name: say(lang, group.label) }
}

function procedureOf(lang: Lang, group: ProcedureGroup) {
  return { ...named(lang, group), officialName: say(lang, group.officialName) }
}

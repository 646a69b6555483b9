import { z } from 'zod'
import {
  listProcedures,
  searchProcedures,
  type ProcedureItem,
  type SearchResult,
} from '#src/modules/catalogue/index.ts'
import type { Lang } from '#src/words/index.ts'
import { endpoint } from './endpoint.ts'
import { at, limit, q, say } from './shapes.ts'
import { Levels, Origin, ProcessingTime } from './procedure-shapes.ts'

const ListedProcedure = z
  .object({
    code: z.string(),
    name: z.string().describe('The official name.'),
    plainName: z.string().describe('What people call it.'),
    purpose: z.string().nullable(),
    field: z.string().describe('In Vietnamese.'),
    authority: z.string().nullable().describe('Who decides.'),
    time: ProcessingTime.nullable().describe('Of the first way of filing; null when not known.'),
    levels: Levels,
    origin: Origin,
    matched: z.string().nullable().describe('The name or way of asking that came nearest to q.'),
    score: z.number().nullable().describe('Comparable within one answer only.'),
  })
  .meta({ id: 'ListedProcedure' })

const AskBack = z
  .object({
    question: z.string(),
    choices: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'AskBack' })

export const procedures = endpoint({
  path: '/procedures',
  name: 'listProcedures',
  tag: 'procedures',
  summary: 'Administrative procedures: ranked for q, else those asked for most often first',
  params: z.object({
    q: q.describe(
      'As people speak and type: without marks, abbreviated, misspelt, whole sentences.',
    ),
    at,
    limit: limit(100).describe('At most so many: 20 when left out.'),
    offset: z.coerce
      .number('offset')
      .int('offset')
      .min(0, 'offset')
      .max(100_000, 'offset')
      .optional()
      .describe('Leaves out so many of the list; heeded without q only.'),
  }),
  response: z.object({
    items: z.array(ListedProcedure),
    askBack: AskBack.nullable().describe('Asked when the words of q mean several procedures.'),
  }),
  answer: async ({ nation, lang }, { q, at, limit = 20, offset = 0 }) => {
    const day = at && { at }
    const { items, askBack }: Found = q
      ? await searchProcedures(nation, { q, limit, ...day })
      : { items: await listProcedures(nation, { limit, offset, ...day }), askBack: null }
    return {
      items: items.map((it) => itemOf(lang, it)),
      askBack: askBack && {
        question: say(lang, askBack.question),
        choices: askBack.choices.map(({ code, text }) => ({ code, text: say(lang, text) })),
      },
    }
  },
})

type Found = { items: (ProcedureItem & { matched?: string; score?: number })[] } & Pick<
  SearchResult,
  'askBack'
>

function itemOf(lang: Lang, it: Found['items'][number]): z.output<typeof ListedProcedure> {
  return {
    code: it.code,
    name: say(lang, it.name),
    plainName: say(lang, it.plainName),
    purpose: say(lang, it.purpose),
    field: it.field,
    authority: say(lang, it.authority),
    time: it.time,
    levels: it.levels,
    origin: it.origin,
    matched: it.matched ?? null,
    score: it.score ?? null,
  }
}

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { log } from '#src/base/log.ts'
import { Refusal } from '#src/base/refusal.ts'
import { wordRefusal, words, type Lang } from '#src/words/index.ts'
import type { Env } from '../env.ts'

/** How every refusal is answered. `field` names the parameter; `successor` what is in force now. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.string().describe('Stays the same in every language.'),
    message: z.string().describe('A sentence for people.'),
    field: z.string().optional().describe('The parameter that it is about.'),
    successor: z
      .object({ code: z.string(), name: z.string() })
      .optional()
      .describe('What took the place of what was asked for.'),
  }),
})

type Said = z.infer<typeof ErrorAnswer>['error']

/** The language of a refusal: `?lang=`, else the first of ours in Accept-Language, else Vietnamese. */
function langOf(c: Context<Env>): Lang {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? ''
  return /\b(vi|en)\b/i.exec(asked)?.[1]?.toLowerCase() === 'en' ? 'en' : 'vi'
}

/** A parameter that is wrong, a refusal of the house, or a bug: logged whole, told by its number. */
export function answerApiError(error: Error, c: Context<Env>) {
  const lang = langOf(c)
  if (error instanceof z.ZodError) return answer(c, 400, wrongParameter(c, lang, error))
  if (error instanceof Refusal) return answer(c, statusOf(error), refused(lang, error))
  log.error({ id: c.var.requestId, err: error })
  const id = c.var.requestId.slice(0, 8)
  return answer(c, 500, { code: 'api.broken', message: words[lang].api.broken({ id }) })
}

/** What lies at no address of ours, or was not asked for by GET. */
export function answerNothingHere(c: Context<Env>) {
  const { notFound, readOnly } = words[langOf(c)].api
  if (c.req.method === 'GET' || c.req.method === 'HEAD')
    return answer(c, 404, { code: 'api.not_found', message: notFound })
  c.header('Allow', 'GET, HEAD, OPTIONS')
  return answer(c, 405, { code: 'api.read_only', message: readOnly })
}

function answer(c: Context<Env>, status: ContentfulStatusCode, error: Said) {
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Language')
  return c.json({ error }, status)
}

function wrongParameter(c: Context<Env>, lang: Lang, { issues }: z.ZodError): Said {
  const { wrong, parameter, missing } = words[lang].api
  const [issue] = issues
  const field = String(issue?.path[0] ?? '')
  if (!(c.req.query(field) ?? c.req.param(field))?.trim())
    return { code: 'api.parameter_missing', message: missing({ field }), field }
  // The message of a schema is a key of the words, `limit:1000` with the most that there may be.
  const [key, most] = (issue?.message ?? '').split(':')
  const why = wrong[key as keyof typeof wrong] ?? wrong.other
  const said = typeof why === 'string' ? why : why({ most: Number(most) })
  return { code: 'api.parameter_wrong', message: parameter({ field, wrong: said }), field }
}

function refused(lang: Lang, refusal: Refusal): Said {
  const { successor, successorName } = refusal.params
  return {
    code: refusal.code,
    message: wordRefusal(lang, refusal),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(successor ? { successor: { code: `${successor}`, name: `${successorName}` } } : {}),
  }
}

function statusOf({ code }: Refusal): 400 | 404 | 410 {
  if (/\.procedure_(expired|replaced)$/.test(code)) return 410
  if (code === 'api.province_unknown') return 400
  return /_unknown$|\.procedure_not_yet$/.test(code) ? 404 : 400
}

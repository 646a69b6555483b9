import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import type { Env } from '../env.ts'
import { answerApiError, answerNothingHere } from './answer-refusal.ts'
import { days } from './calendar.ts'
import { commune } from './commune.ts'
import { communes } from './communes.ts'
import { due } from './due.ts'
import { language, type Endpoint } from './endpoint.ts'
import { figures } from './figures.ts'
import { freeTimes } from './free-times.ts'
import { office, offices } from './offices.ts'
import { openApi } from './open-api.ts'
import { procedure } from './procedure.ts'
import { procedures } from './procedures.ts'
import { provinces } from './provinces.ts'
import { serviceDays } from './service-days.ts'

const endpoints: readonly Endpoint[] = [
  procedures,
  procedure,
  provinces,
  communes,
  commune,
  due,
  days,
  offices,
  office,
  serviceDays,
  freeTimes,
  figures,
]

const document = openApi(endpoints)

/**
 * The public API: read-only, for everybody and from every origin, without any person in it. What
 * each address answers stands in one file a resource; `openapi.json` is written from the same
 * schemas. Names come in Vietnamese unless `?lang=en` asks otherwise: an Accept-Language header,
 * which browsers send unasked, chooses only the sentence of an error.
 */
export const api = new Hono<Env>()

api.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag'] }))
// A page of another site may read of a 304, too, that nothing has changed.
api.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] }))
api.onError(answerApiError)

api.get('/openapi.json', (c) => {
  c.header('Cache-Control', 'public, max-age=60')
  return c.json(document)
})

for (const endpoint of endpoints)
  api.get(endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    const { house } = c.var
    const asked = Object.entries<string>({ ...c.req.query(), ...c.req.param() })
    const parameters = Object.fromEntries(
      asked
        // PostgreSQL takes no NUL in a text.
        .map(([name, value]) => [name, value.replaceAll('\0', '')] as const)
        // A parameter left empty, as forms send it, counts as left out.
        .filter(([, value]) => value.trim() !== ''),
    )
    const { lang = 'vi' } = language.parse(parameters)
    const nation = { db: house.database.nation, now: house.now() }
    const answer = await endpoint.run({ house, nation, lang }, parameters)
    c.header('Cache-Control', 'public, max-age=60')
    c.header('Content-Language', lang)
    return c.json(answer as object)
  })

api.all('*', answerNothingHere)

import { Hono } from 'hono'
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { addVenue, changeOffice } from '#src/modules/offices/index.ts'
import {
  addProgramme,
  listServiceDays,
  planDays,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import { openPadesWorker, type PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import type { Env } from '#src/web/env.ts'
import { answerError, answerNotFound } from '#src/web/errors.tsx'
import { publicSite } from '#src/web/public/public-site.tsx'
import { words } from '#src/words/index.ts'
import { writeNation } from './nation.ts'
import { hiredAs, useOffice, type TestOffice } from './office.ts'

/** The citizens' site of an office: reached over its addresses, at whatever moment a test sets. */
export type Site = {
  office: TestOffice
  officer: Ctx
  venueId: string
  programmeId: string
  /** What the only clock of the house says. */
  now: Date
  get: (path: string, headers?: Record<string, string>) => Promise<Page>
  post: (path: string, form: Record<string, string>) => Promise<Page>
  /** Sends files along, as a form with `enctype="multipart/form-data"` does. */
  send: (path: string, form: FormData) => Promise<Page>
}

export type Page = {
  status: number
  headers: Headers
  html: string
  /** What is read: without tags, one space between words. */
  text: string
  title: string
}

/** Half past eight on Friday 20 November 2026. */
export const fridayMorning = new Date('2026-11-20T01:30:00Z')

/** An office with the shipped procedures and "Ngày thứ 6 tại chỗ", not planned yet, at `/vu-ban`. */
export function useSite(): Site {
  const office = useOffice()
  const site = { office, now: fridayMorning } as Site
  let pades: PadesWorker | undefined
  beforeAll(async () => {
    await writeNation(office.owner)
    await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: office.owner }) }))
    const system: Ctx = { ...office, actor: { kind: 'system', job: 'test' } }
    await changeOffice(system, { phone: '0228 3820 123' })
    const venue = await addVenue(system, {
      kind: 'hall',
      name: 'Hội trường UBND xã Vụ Bản',
      note: 'Vào cổng chính, có lối cho xe lăn.',
    })
    site.venueId = venue.id
    site.officer = await hiredAs(office, 'officer')
    const { id } = await addProgramme(site.officer, {
      nameVi: 'Ngày thứ 6 tại chỗ',
      nameEn: 'Friday on the spot',
      weekday: 5,
      venueId: venue.id,
      hours: {
        morning: { from: '07:30', to: '11:30' },
        afternoon: { from: '13:30', to: '17:00' },
      },
      officerIds: [],
      procedures: [
        { code: '1.004873', sameDay: false },
        { code: '2.000635', sameDay: true },
      ],
      partners: [{ kind: 'police', name: 'Công an xã Vụ Bản' }],
      capacity: 40,
      holidayPolicy: 'day_before',
      validFrom: Temporal.PlainDate.from('2024-05-03'),
      validTo: null,
    })
    site.programmeId = id
    pades = openPadesWorker({ threads: 1, mostWaiting: 1 })
    const app = siteApp(site, pades)
    site.get = async (path, headers = {}) => read(await app.request(path, { headers }))
    site.post = async (path, form) =>
      read(
        await app.request(path, {
          method: 'POST',
          body: new URLSearchParams(form),
          headers: { origin: 'http://localhost' },
        }),
      )
    site.send = async (path, body) => {
      const headers = { origin: 'http://localhost' }
      return read(await app.request(path, { method: 'POST', body, headers }))
    }
  })
  afterAll(() => pades?.close())
  return site
}

function siteApp(site: Site, publicPades: PadesWorker) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('house', {
      database: site.office.database,
      sealer: site.office.sealer,
      publicUrl: '',
      publicPades,
      now: () => site.now,
    })
    c.set('requestId', 'test')
    c.set('lang', /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'vi')
    c.set('w', words[c.var.lang])
    await next()
  })
  app.route('/en', publicSite)
  app.route('/', publicSite)
  app.onError(answerError)
  app.notFound(answerNotFound)
  return app
}

/** The officer's view of the office at the moment that the site's clock shows. */
export function atDesk(site: Site): Ctx {
  return { ...site.officer, now: site.now }
}

/** Plans the Fridays up to `until` and gives all days from `from` on. */
export async function planUntil(site: Site, from: string, until: string): Promise<ServiceDay[]> {
  const to = Temporal.PlainDate.from(until)
  await planDays(atDesk(site), { until: to })
  return listServiceDays(atDesk(site), { from: Temporal.PlainDate.from(from), to })
}

async function read(response: Response): Promise<Page> {
  const html = await response.text()
  const text = html
    .replace(/<(style|head)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
  const title = /<title>(.*?) · Tại chỗ<\/title>/.exec(html)?.[1] ?? ''
  return { status: response.status, headers: response.headers, html, text, title }
}

import type { Context } from 'hono'
import { z } from 'zod'
import { listHamlets } from '#src/modules/offices/index.ts'
import { findPublished, type Published } from '#src/modules/outreach/index.ts'
import { listBusinesses, makeLink } from '#src/modules/reach/index.ts'
import type { Lang } from '#src/words/index.ts'
import { local, sayMonth, sayWeekday, shortDate } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { saidIn } from '../../public/news/said-in.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkboxes, Radios } from '../../ui/field.tsx'
import { attachment } from '../reports/download.ts'
import { placeName, placeOptions, type Places } from '../reach/places.ts'
import type { Notice } from './draw-notice.ts'

/** A poster or leaflet of an approved bulletin as a PDF: which size, and for which places. */
export async function showPrint(c: Context<Env>) {
  const found = await findAsked(c)
  return found ? answer(c, found, blank) : c.notFound()
}

/** One file, a sheet for each place, each with that place's own code; codes are made where missing. */
export async function sendPrint(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const found = await findAsked(c)
  if (!found) return c.notFound()
  const says = w.deskReach.links
  const schema = z.object({
    format: z.enum(['poster', 'leaflet']).default('poster'),
    places: z
      .array(z.string().regex(/^(all|(thon|dn):[\da-f-]{36})$/), says.placeMissing)
      .min(1, says.placeMissing)
      .max(60),
  })
  const { data, filled } = readForm(schema, await readBody(c, { all: true }))
  if (!data) return answer(c, found, filled)
  const places = await readPlaces(c)
  const made = await tryDeed(filled, lang, async () => {
    const links = []
    for (const place of data.places) {
      const [kind, id] = place.split(':')
      links.push(
        await makeLink(ctx, {
          ...{ channel: data.format, target: 'book' },
          hamletId: kind === 'thon' ? id! : null,
          businessId: kind === 'dn' ? id! : null,
        }),
      )
    }
    return links
  })
  if (made.filled) return answer(c, found, made.filled)
  const { publicUrl } = c.var.house
  const sheets = made.done.map((link) => ({
    name: placeName(places, link),
    address: publicUrl + paths.shortLink(c.var.office.slug, link.code),
  }))
  const { drawNotices } = await import('./draw-notice.ts')
  const pdf = await drawNotices(noticeOf(c, found), sheets, {
    format: data.format,
    at: found.approvedAt,
  })
  const name = `${w.deskReach.print[data.format]} ${found.dayDate?.toString() ?? ''}`.trim()
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': attachment(name, 'pdf'),
  })
}

async function findAsked(c: Context<Env>): Promise<Published | null> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? findPublished(c.var.ctx, { bulletinId: id }) : null
}

async function readPlaces(c: Context<Env>): Promise<Places> {
  const [hamlets, businesses] = await Promise.all([
    listHamlets(c.var.ctx),
    listBusinesses(c.var.ctx),
  ])
  return { hamlets, businesses }
}

function noticeOf(c: Context<Env>, found: Published): Notice {
  const { office, w } = c.var
  const said = saidIn(c.var.lang, found)
  const lang: Lang = said.lang
  const words = w.news.sheet
  const day = found.dayDate
  return {
    office: office.name[lang],
    title: said.title,
    paragraphs: said.body.split('\n').filter((line) => line.trim() !== ''),
    phone: office.phone,
    day: day && {
      weekday: sayWeekday(lang, day.dayOfWeek),
      number: String(day.day),
      month:
        lang === 'vi'
          ? `${sayMonth(lang, day.month)}/${day.year}`
          : `${sayMonth(lang, day.month)} ${day.year}`,
    },
    words: {
      scan: words.scan,
      orOpen: words.orOpen,
      call: words.call,
      printed: words.printed({
        version: found.number,
        date: shortDate(local(found.approvedAt).toPlainDate()),
      }),
    },
  }
}

async function answer(c: Context<Env>, found: Published, filled: Filled) {
  const { session, w } = c.var
  const words = w.deskReach.print
  const places = await readPlaces(c)
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <DeskPage
      title={wrong ? w.desk.wrong({ title: words.title }) : words.title}
      session={session}
      door="bulletins"
      narrow
      here={paths.printBulletin(found.id)}
      back={{ href: paths.bulletin(found.id), label: w.deskReach.print.back }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p lang="vi">
        <b>{found.titleVi}</b>
      </p>
      <p>{words.lead}</p>
      <form method="post" action={to(c, paths.printBulletin(found.id))}>
        <Radios
          name="format"
          label={words.format}
          filled={filled}
          initial="poster"
          row
          options={[
            { value: 'poster', label: words.poster },
            { value: 'leaflet', label: words.leaflet },
          ]}
        />
        <Checkboxes
          name="places"
          label={w.deskReach.links.places}
          filled={filled}
          ticked={['all']}
          options={[{ value: 'all', label: w.deskReach.links.everywhere }, ...placeOptions(places)]}
        />
        <button class="button">{words.make}</button>
      </form>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

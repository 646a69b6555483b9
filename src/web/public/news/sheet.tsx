import type { Context } from 'hono'
import { listHamlets, type Hamlet, type Office } from '#src/modules/offices/index.ts'
import { findPublished, type Published } from '#src/modules/outreach/index.ts'
import { findLinkFor } from '#src/modules/reach/index.ts'
import { cameBy } from '../../came-by.ts'
import { local, shortDate } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { render, to } from '../../render.tsx'
import { Document } from '../../ui/document.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Qr } from '../../ui/qr.tsx'
import { useView, viewIn } from '../../view.ts'
import { isUuid } from '../is-uuid.ts'
import { saidIn } from './said-in.ts'

type Format = 'poster' | 'leaflet'

export const showPoster = (c: Context<Env>) => showSheet(c, 'poster')
export const showLeaflet = (c: Context<Env>) => showSheet(c, 'leaflet')

/** A bulletin to hang up on A4 or to hand out on A5. `?thon=` gives the hamlet its own QR code. */
async function showSheet(c: Context<Env>, format: Format) {
  const { ctx, office, lang, w, house } = c.var
  const id = c.req.param('id') ?? ''
  const found = isUuid(id) ? await findPublished(ctx, { bulletinId: id }) : null
  if (!found) return c.notFound()
  const hamlets = await listHamlets(ctx)
  const hamlet = hamlets.find((it) => it.id === c.req.query('thon')) ?? null
  const made = await findLinkFor(ctx, {
    channel: format,
    target: 'book',
    hamletId: hamlet?.id ?? null,
  })
  const words = w.news.sheet
  const other = lang === 'vi' ? 'en' : 'vi'
  const { title } = saidIn(lang, found)
  const name = format === 'poster' ? words.posterTitle({ title }) : words.leafletTitle({ title })
  return render(
    c,
    <Document title={hamlet ? `${name}, ${hamlet.name}` : name} surface="sheet">
      <main id="noi-dung" tabindex={-1}>
        <div class="noprint">
          <a class="back" href={to(c, paths.newsItem(office.slug, id))}>
            ← {w.news.title}
          </a>
          <p>{words.hint}</p>
          <HamletChoice office={office} id={id} format={format} hamlets={hamlets} chosen={hamlet} />
          <p>
            <a
              href={viewIn(other).to(paths[format](office.slug, id, hamlet?.id))}
              lang={other}
              hreflang={other}
            >
              {w.site.otherLanguage}
            </a>
          </p>
        </div>
        <Sheet
          office={office}
          bulletin={found}
          format={format}
          hamlet={hamlet}
          link={
            house.publicUrl +
            to(c, made ? paths.shortLink(office.slug, made.code) : paths.book(office.slug))
          }
          came={made ? '' : `?tu=${cameBy[format]}${hamlet ? `&thon=${hamlet.id}` : ''}`}
        />
      </main>
    </Document>,
  )
}

type ChoiceProps = {
  office: Office
  id: string
  format: Format
  hamlets: Hamlet[]
  chosen: Hamlet | null
}

function HamletChoice({ office, id, format, hamlets, chosen }: ChoiceProps) {
  const { w, to } = useView()
  const words = w.news.sheet
  if (hamlets.length === 0) return null
  return (
    <nav aria-label={words.hamlets}>
      <ul class="inline">
        {[null, ...hamlets].map((it) => (
          <li>
            <a
              href={to(paths[format](office.slug, id, it?.id))}
              aria-current={it?.id === chosen?.id ? 'page' : undefined}
              lang={it ? 'vi' : undefined}
            >
              {it?.name ?? words.everywhere}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type SheetProps = {
  office: Office
  bulletin: Published
  format: Format
  hamlet: Hamlet | null
  /** Where the code leads: the short link where the office made one, as on its PDF. */
  link: string
  /** What tells the channel and hamlet where the address does not. */
  came: string
}

function Sheet({ office, bulletin, format, hamlet, link, came }: SheetProps) {
  const { lang, w } = useView()
  const words = w.news.sheet
  const said = saidIn(lang, bulletin)
  return (
    <article class={`sheet ${format}`}>
      <header>
        <Mark />
        <b>{office.name[lang]}</b>
      </header>
      <div lang={said.lang}>
        <h1>{said.title}</h1>
        {said.body
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
      <div class="scan">
        <Qr text={link + came} label={words.qr} />
        <div>
          <p>
            <b>{words.scan}</b>
            <br />
            {words.orOpen} <span class="address">{link.replace(/^https?:\/\//, '')}</span>
          </p>
          {office.phone && (
            <p>
              {words.call} <b>{office.phone}</b>
            </p>
          )}
          {hamlet && <p>{words.hamlet({ name: hamlet.name })}</p>}
        </div>
      </div>
      <p class="small">
        {words.printed({
          version: bulletin.number,
          date: shortDate(local(bulletin.approvedAt).toPlainDate()),
        })}
      </p>
    </article>
  )
}

import type { Context } from 'hono'
import { z } from 'zod'
import { listHamlets } from '#src/modules/offices/index.ts'
import {
  findLink,
  listBusinesses,
  listLinks,
  makeLink,
  paidChannels,
  targets,
  type CountedLink,
} from '#src/modules/reach/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayNumber, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, renderPart, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { Document } from '../../ui/document.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkboxes, Select } from '../../ui/field.tsx'
import { Qr } from '../../ui/qr.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { attachment } from '../reports/download.ts'
import { placeName, placeOptions, type Places } from './places.ts'
import { qrPng } from './qr-png.ts'

/** The office's short links and QR codes, with how often each was opened lately. */
export function showLinks(c: Context<Env>) {
  return answer(c, blank)
}

/** A link for each place that was ticked; one that exists already stays as it is. */
export async function doMakeLinks(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const { data, filled } = readForm(wanted(w), await readBody(c, { all: true }))
  if (!data) return answer(c, filled)
  const made = await tryDeed(filled, lang, async () => {
    for (const place of data.places) {
      const [kind, id] = place.split(':')
      await makeLink(ctx, {
        ...{ channel: data.channel, target: data.target },
        hamletId: kind === 'thon' ? id! : null,
        businessId: kind === 'dn' ? id! : null,
      })
    }
  })
  if (made.filled) return answer(c, made.filled)
  return c.redirect(`${to(c, paths.reachLinks())}?xong=ma`, 303)
}

/** The codes on A4, six a page, to cut out and glue on. `?kenh=` prints those of one channel. */
export async function printLinks(c: Context<Env>) {
  const { w, office } = c.var
  const words = w.deskReach.links
  const channel = c.req.query('kenh')
  const { links, places } = await readLinks(c)
  const shown = links.filter((it) => !channel || it.channel === channel)
  return render(
    c,
    <Document title={words.printTitle} surface="sheet">
      <main id="noi-dung" tabindex={-1}>
        <div class="noprint">
          <a class="back" href={to(c, paths.reachLinks())}>
            ← {words.title}
          </a>
          <p>{words.printHint}</p>
        </div>
        <h1 class="noprint">{words.printTitle}</h1>
        <ul class="codes">
          {shown.map((it) => (
            <li>
              <Qr text={addressOf(c, it.code)} label={words.qrOf({ code: it.code })} />
              <p>
                <b>{w.reach.targets[it.target]}</b>
                <br />
                {office.name.vi}
                <br />
                <span class="address">{addressOf(c, it.code).replace(/^https?:\/\//, '')}</span>
                <br />
                <small>
                  {w.reach.channels[it.channel]} · {placeName(places, it) ?? words.everywhere}
                </small>
              </p>
            </li>
          ))}
        </ul>
      </main>
    </Document>,
  )
}

/** One code as a picture for documents of the office's own: `…/h7k2m.svg` or `.png`. */
export async function sendQr(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const [, code, ending] = /^([\w]{5})\.(svg|png)$/.exec(c.req.param('file') ?? '') ?? []
  const link = code ? await findLink(ctx, { code }) : null
  if (!link) return c.notFound()
  const address = addressOf(c, link.code)
  const name = { 'content-disposition': attachment(`qr-${link.code}`, ending!) }
  if (ending === 'png')
    return c.body(new Uint8Array(qrPng(address)), 200, { 'content-type': 'image/png', ...name })
  const label = w.deskReach.links.qrOf({ code: link.code })
  const svg = renderPart(lang, <Qr text={address} label={label} />)
  const whole = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
  return c.body(whole, 200, { 'content-type': 'image/svg+xml', ...name })
}

function wanted(w: Words) {
  const says = w.deskReach.links
  return z.object({
    channel: z.enum(paidChannels, says.channelMissing),
    target: z.enum(targets, says.targetMissing),
    places: z
      .array(z.string().regex(/^(all|(thon|dn):[\da-f-]{36})$/), says.placeMissing)
      .min(1, says.placeMissing),
  })
}

async function readLinks(c: Context<Env>): Promise<{ links: CountedLink[]; places: Places }> {
  const { ctx } = c.var
  const now = today(ctx.now)
  const [links, hamlets, businesses] = await Promise.all([
    listLinks(ctx, { from: now.subtract({ weeks: 12 }), to: now }),
    listHamlets(ctx),
    listBusinesses(ctx),
  ])
  return { links, places: { hamlets, businesses } }
}

function addressOf(c: Context<Env>, code: string): string {
  return c.var.house.publicUrl + paths.shortLink(c.var.office.slug, code)
}

async function answer(c: Context<Env>, filled: Filled) {
  const { session, lang, w } = c.var
  const words = w.deskReach.links
  const { links, places } = await readLinks(c)
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <DeskPage
      title={wrong ? w.desk.wrong({ title: words.title }) : words.title}
      session={session}
      door="reports"
      here={c.req.method === 'GET' ? here(c) : undefined}
      back={{ href: paths.reachPicture(), label: w.deskReach.picture.title }}
    >
      <Done said={readDone(c, words.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {links.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p class="pair">
            <a class="button" href={to(c, paths.reachLinksPrint())}>
              {words.print}
            </a>
          </p>
          <TableWrap label={words.title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.address}</th>
                  <th scope="col">{w.deskReach.picture.channel}</th>
                  <th scope="col">{words.place}</th>
                  <th scope="col">{words.target}</th>
                  <th scope="col" class="number">
                    {words.opened}
                  </th>
                  <th scope="col">{words.picture}</th>
                </tr>
              </thead>
              <tbody>
                {links.map((it) => (
                  <tr>
                    <td>
                      <span class="address">{addressOf(c, it.code)}</span>
                    </td>
                    <td>{w.reach.channels[it.channel]}</td>
                    <td lang="vi">{placeName(places, it) ?? words.everywhere}</td>
                    <td>{w.reach.targets[it.target]}</td>
                    <td class="number">{sayNumber(lang, it.opened)}</td>
                    <td>
                      <a
                        href={to(c, paths.reachQr(it.code, 'svg'))}
                        aria-label={`SVG ${it.code}`}
                        download
                      >
                        SVG
                      </a>
                      {' · '}
                      <a
                        href={to(c, paths.reachQr(it.code, 'png'))}
                        aria-label={`PNG ${it.code}`}
                        download
                      >
                        PNG
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableWrap>
          <p class="hint">{words.openedHint}</p>
        </>
      )}
      <h2>{words.make}</h2>
      <form method="post" action={to(c, paths.reachLinks())}>
        <div class="grid-2">
          <Select
            name="channel"
            label={w.deskReach.picture.channel}
            filled={filled}
            initial="poster"
            options={paidChannels.map((value) => ({ value, label: w.reach.channels[value] }))}
          />
          <Select
            name="target"
            label={words.target}
            filled={filled}
            initial="book"
            options={targets.map((value) => ({ value, label: w.reach.targets[value] }))}
          />
        </div>
        <Checkboxes
          name="places"
          label={words.places}
          filled={filled}
          ticked={['all']}
          row
          options={[{ value: 'all', label: words.everywhere }, ...placeOptions(places)]}
        />
        <button class="button">{words.make}</button>
      </form>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

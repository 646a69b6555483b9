import type { Context } from 'hono'
import { z } from 'zod'
import {
  approvedOf,
  channels,
  getBulletin,
  latestOf,
  listPublications,
  markPublished,
  readProof,
  type BulletinVersion,
  type Channel,
  type Publication,
} from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { ChannelPart } from './channel-part.tsx'
import { readNames, type Names } from './say-who.ts'

/** The words made for each channel, to copy, and the proof that they stand there. */
export async function showChannels(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w, house } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const bulletin = await getBulletin(ctx, { bulletinId: id })
  const stands = approvedOf(bulletin)
  const publications = await listPublications(ctx, { bulletinId: id })
  const names = await readNames(
    ctx,
    w,
    publications.map((it) => it.by),
  )
  const words = w.bulletins.channels
  const { titleVi } = latestOf(bulletin)
  const title = words.title({ title: titleVi })
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="bulletins"
      narrow
      islands={['copy-text.js']}
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.bulletin(id), label: titleVi }}
    >
      <Done said={readDone(c, w.bulletins.done)} />
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      {stands ? (
        <>
          <p>{words.hint}</p>
          <Parts
            id={id}
            version={stands}
            publications={publications}
            names={names}
            filled={filled}
            site={house.publicUrl}
            slug={session.office.slug}
          />
          <p>
            <a href={to(c, paths.printBulletin(id))}>{w.deskReach.print.title}</a>
          </p>
        </>
      ) : (
        <Notice tone="sun">
          <p>{words.notApproved}</p>
        </Notice>
      )}
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

type PartsProps = {
  id: string
  version: BulletinVersion
  publications: Publication[]
  names: Names
  filled: Filled
  site: string
  slug: string
}

function Parts({ publications, filled, ...rest }: PartsProps) {
  const newestOf = (channel: Channel) => publications.find((it) => it.channel === channel)
  const wrong = channels.find((it) => it === filled.values.channel)
  // What is to be done next stands open; the others are one line each.
  const next = channels.find((it) => newestOf(it)?.version !== rest.version.number)
  return (
    <>
      {channels.map((channel) => (
        <ChannelPart
          {...rest}
          channel={channel}
          newest={newestOf(channel)}
          open={channel === (wrong ?? next)}
          filled={filled.values.channel === channel ? filled : blank}
        />
      ))}
    </>
  )
}

const text = z.string().default('')
const shape = z.object({
  channel: z.enum(channels),
  version: z.coerce.number(),
  link: text,
  note: text,
})

/** An officer says where it stands. */
export async function doPublish(c: Context<Env>) {
  const { ctx, lang } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const body = await readBody(c)
  const form = readForm(shape, body)
  const { data } = form
  if (!data) return c.notFound()
  const { photo } = body
  const taken =
    photo instanceof File && photo.size > 0 ? new Uint8Array(await photo.arrayBuffer()) : undefined
  const { filled } = await tryDeed(form.filled, lang, () =>
    markPublished(ctx, { bulletinId: id, ...data, photo: taken }),
  )
  if (filled) return showChannels(c, named(filled, data.channel))
  return c.redirect(to(c, `${paths.bulletinDo(id, 'kenh')}?xong=kenh#${data.channel}`), 303)
}

/** The photo that proves that it stands there. */
export async function answerProof(c: Context<Env>) {
  const { id = '', publication = '' } = c.req.param()
  const publicationId = publication.replace(/\.jpg$/, '')
  if (!isUuid(id) || !isUuid(publicationId)) return c.notFound()
  const jpeg = await readProof(c.var.ctx, { bulletinId: id, publicationId })
  if (!jpeg) return c.notFound()
  return c.body(new Uint8Array(jpeg), 200, {
    'content-type': 'image/jpeg',
    'cache-control': 'private, no-store',
  })
}

/** Every channel has the same fields on this page: each bears its channel's name. */
function named(filled: Filled, channel: string): Filled {
  const rename = (field: string) => (field === 'form' ? field : `${field}-${channel}`)
  const values = Object.entries(filled.values).map(([field, it]) => [rename(field), it])
  const errors = Object.entries(filled.errors).map(([field, it]) => [rename(field), it])
  return {
    values: { ...(Object.fromEntries(values) as Filled['values']), channel },
    errors: Object.fromEntries(errors) as Filled['errors'],
  }
}

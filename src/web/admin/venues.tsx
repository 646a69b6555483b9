import type { Context } from 'hono'
import { z } from 'zod'
import {
  addVenue,
  changeVenue,
  getVenue,
  listVenues,
  type Venue,
} from '#src/modules/offices/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Checkboxes, Field, Select } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { typedNote, typedText } from './typed.ts'

const kinds = ['hall', 'hamlet_house', 'factory', 'other'] as const

/** Where a service day can be held. */
export function showVenues(c: Context<Env>) {
  return answerList(c, blank)
}

export async function answerAddVenue(c: Context<Env>) {
  const form = readForm(venueSchema(c.var.w), await readBody(c))
  if (!form.data) return answerList(c, form.filled)
  const { inUse: _, ...venue } = form.data
  const { filled } = await tryDeed(form.filled, c.var.lang, () => addVenue(c.var.ctx, venue))
  return filled ? answerList(c, filled) : redirectDone(c, paths.adminVenues(), 'dia-diem')
}

export async function showVenue(c: Context<Env>) {
  const venue = await findVenue(c)
  return venue ? answerOne(c, venue, blank) : c.notFound()
}

export async function answerChangeVenue(c: Context<Env>) {
  const venue = await findVenue(c)
  if (!venue) return c.notFound()
  const form = readForm(venueSchema(c.var.w), await readBody(c, { all: true }))
  if (!form.data) return answerOne(c, venue, form.filled)
  const { inUse, ...said } = form.data
  const changes = { ...said, inUse: inUse.includes('yes') }
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    changeVenue(c.var.ctx, { venueId: venue.id, changes }),
  )
  return filled ? answerOne(c, venue, filled) : redirectDone(c, paths.adminVenues(), 'da-sua')
}

async function findVenue(c: Context<Env>): Promise<Venue | null> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? getVenue(c.var.ctx, { venueId: id }) : null
}

function venueSchema(w: Words) {
  const { tooLong, kindMissing } = w.admin.venues
  return z.object({
    kind: z.enum(kinds, kindMissing),
    name: typedText(w.offices.refusals['offices.venue_name_missing']),
    address: typedNote(tooLong),
    note: typedNote(tooLong),
    inUse: z.array(z.string()).default([]),
  })
}

async function answerList(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const words = w.admin.venues
  const venues = await listVenues(ctx)
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <p>{words.what}</p>
        <ul class="tasks">
          {venues.map((it) => (
            <li>
              <span>
                <a href={to(c, paths.adminVenue(it.id))}>
                  <Vietnamese text={it.name} />
                </a>
                <br />
                <span class="hint">
                  {w.offices.venueKinds[it.kind]}
                  {it.address && ' · '}
                  <Vietnamese text={it.address} />
                </span>
              </span>
              {!it.inUse && <Tag tone="plain">{words.unused}</Tag>}
            </li>
          ))}
        </ul>
        <h2>{words.add}</h2>
        <form method="post" action={to(c, paths.adminVenues())}>
          <VenueFields filled={filled} />
          <button class="button">{words.add}</button>
        </form>
      </>
    ),
  })
}

function answerOne(c: Context<Env>, venue: Venue, filled: Filled) {
  const words = c.var.w.admin.venues
  return answerAdmin(c, {
    title: venue.name,
    filled,
    back: { href: paths.adminVenues(), label: words.title },
    children: (
      <form method="post" action={to(c, paths.adminVenue(venue.id))}>
        <VenueFields filled={filled} venue={venue} />
        <Checkboxes
          name="inUse"
          label={words.use}
          hint={words.useHint}
          filled={filled}
          ticked={venue.inUse ? ['yes'] : []}
          options={[{ value: 'yes', label: words.inUse }]}
        />
        <button class="button">{c.var.w.admin.save}</button>
      </form>
    ),
  })
}

function VenueFields({ filled, venue }: { filled: Filled; venue?: Venue }) {
  const { w } = useView()
  const words = w.admin.venues
  return (
    <>
      <div class="grid-2">
        <Field name="name" label={words.name} filled={filled} initial={venue?.name} />
        <Select
          name="kind"
          label={words.kind}
          filled={filled}
          initial={venue?.kind}
          options={kinds.map((value) => ({ value, label: w.offices.venueKinds[value] }))}
        />
      </div>
      <Field
        name="address"
        label={words.address}
        filled={filled}
        initial={venue?.address}
        optional
      />
      <Field
        name="note"
        label={words.note}
        hint={words.noteHint}
        filled={filled}
        initial={venue?.note}
        optional
      />
    </>
  )
}

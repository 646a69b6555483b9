import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { listHamlets } from '#src/modules/offices/index.ts'
import {
  listBusinesses,
  listEfforts,
  noteEffort,
  paidChannels,
  readUnitCosts,
  removeEffort,
  setUnitCosts,
  type UnitCosts,
} from '#src/modules/reach/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayDay, sayNumber, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readDay } from '../../public/read-day.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { useView } from '../../view.ts'
import { placeName, placeOptions, type Places } from './places.ts'

/** What is done by hand to be heard: the loudspeaker's log and the outbox tell of the rest. */
const byHand = paidChannels.filter((it) => it !== 'loudspeaker')

/** Posters hung up, leaflets handed out, visits: noted here, with what one of each costs. */
export function showEfforts(c: Context<Env>) {
  return answer(c, blank)
}

export async function doNoteEffort(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const { data, filled } = readForm(effort(w), await readBody(c))
  if (!data) return answer(c, filled)
  const { place, ...rest } = data
  const [kind, id] = place.split(':')
  const noted = await tryDeed(filled, lang, () =>
    noteEffort(ctx, {
      ...rest,
      hamletId: kind === 'thon' && isUuid(id ?? '') ? id! : null,
      businessId: kind === 'dn' && isUuid(id ?? '') ? id! : null,
    }),
  )
  return noted.filled ? answer(c, noted.filled) : done(c, 'ghi')
}

export async function doRemoveEffort(c: Context<Env>) {
  const { ctx, lang } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { filled } = await tryDeed(blank, lang, () => removeEffort(ctx, { effortId: id }))
  return filled ? answer(c, filled) : done(c, 'bo')
}

export async function doSetCosts(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const message = w.reach.refusals['reach.cost_impossible']
  const cost = z
    .union([z.literal(''), z.string().regex(/^\d{1,9}$/)], message)
    .transform((typed) => (typed === '' ? undefined : Number(typed)))
    .optional()
  const names = paidChannels.map((it) => [`cost.${it}`, cost] as const)
  const { data, filled } = readForm(z.object(Object.fromEntries(names)), await readBody(c))
  if (!data) return answer(c, filled)
  const costs = Object.fromEntries(paidChannels.map((it) => [it, data[`cost.${it}`]])) as UnitCosts
  const set = await tryDeed(filled, lang, () => setUnitCosts(ctx, { costs }))
  return set.filled ? answer(c, set.filled) : done(c, 'chi-phi')
}

function done(c: Context<Env>, key: string) {
  return c.redirect(`${to(c, paths.reachEfforts())}?xong=${key}`, 303)
}

function effort(w: Words) {
  const says = w.deskReach.efforts
  return z.object({
    clientKey: z.uuid(),
    channel: z.enum(byHand, says.channelMissing),
    on: z.string(says.dayMissing).transform((typed, issues) => {
      const day = readDay(typed)
      if (day) return day
      issues.addIssue({ code: 'custom', message: says.dayMissing })
      return z.NEVER
    }),
    quantity: z
      .string()
      .regex(/^\d{1,7}$/, w.reach.refusals['reach.quantity_impossible'])
      .transform(Number),
    place: z.string().default(''),
  })
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, session, lang, w } = c.var
  const words = w.deskReach.efforts
  const now = today(ctx.now)
  const [hamlets, businesses, costs, efforts] = await Promise.all([
    listHamlets(ctx),
    listBusinesses(ctx),
    readUnitCosts(ctx),
    listEfforts(ctx, { from: now.subtract({ months: 6 }), to: now.add({ days: 31 }) }),
  ])
  const places: Places = { hamlets, businesses }
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
      <form method="post" action={to(c, paths.reachEfforts())}>
        <h2>{words.note}</h2>
        <input type="hidden" name="clientKey" value={keyOf(filled)} />
        <div class="grid-2">
          <Select
            name="channel"
            label={w.deskReach.picture.channel}
            filled={filled}
            options={byHand.map((value) => ({
              value,
              label: `${w.reach.channels[value]} (${w.reach.units[value]})`,
            }))}
          />
          <Select
            name="place"
            label={words.place}
            filled={filled}
            empty={words.everywhere}
            options={placeOptions(places)}
            optional
          />
        </div>
        <div class="grid-2">
          <Field
            name="quantity"
            label={words.quantity}
            filled={filled}
            inputmode="numeric"
            width="short"
          />
          <Field name="on" type="date" label={words.on} filled={filled} initial={now.toString()} />
        </div>
        <button class="button">{words.save}</button>
      </form>
      <h2>{words.lately}</h2>
      {efforts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableWrap label={words.lately}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.on}</th>
                <th scope="col">{w.deskReach.picture.channel}</th>
                <th scope="col">{words.place}</th>
                <th scope="col" class="number">
                  {words.quantity}
                </th>
                <th scope="col" class="number">
                  {w.deskReach.picture.cost}
                </th>
                <th scope="col">{words.remove}</th>
              </tr>
            </thead>
            <tbody>
              {efforts.map((it) => (
                <tr>
                  <td>{sayDay(lang, it.on)}</td>
                  <td>{w.reach.channels[it.channel]}</td>
                  <td lang="vi">{placeName(places, it) ?? words.everywhere}</td>
                  <td class="number">
                    {sayNumber(lang, it.quantity)} {w.reach.units[it.channel]}
                  </td>
                  <td class="number">
                    {it.cost === null
                      ? w.deskReach.picture.unknownCost
                      : w.deskReach.picture.dong({ dong: sayNumber(lang, it.cost) })}
                  </td>
                  <td>
                    <RemoveDoor id={it.id} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
      <form method="post" action={to(c, paths.reachCosts())}>
        <h2>{words.costs}</h2>
        <p class="hint">{words.costsHint}</p>
        <div class="grid-3">
          {paidChannels.map((it) => (
            <Field
              name={`cost.${it}`}
              label={words.costOf({ unit: w.reach.units[it], channel: w.reach.channels[it] })}
              filled={filled}
              initial={costs[it]?.toString()}
              inputmode="numeric"
              width="short"
            />
          ))}
        </div>
        <button class="button quiet">{words.saveCosts}</button>
      </form>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

function keyOf(filled: Filled): string {
  const key = filled.values['clientKey']
  return typeof key === 'string' && isUuid(key) ? key : randomUUID()
}

function RemoveDoor({ id }: { id: string }) {
  const { w, to } = useView()
  return (
    <form method="post" action={to(paths.reachEffortRemove(id))}>
      <button class="link-button">{w.deskReach.efforts.removeThis}</button>
    </form>
  )
}

import type { Context } from 'hono'
import { z } from 'zod'
import {
  listAgencyDistances,
  setAgencyDistance,
  type AgencyDistance,
} from '#src/modules/offices/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayDay, sayNumber, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { TableWrap } from '../ui/table-wrap.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { typedDay, typedNote, typedNumber } from './typed.ts'

const seats = ['commune_police', 'district', 'province', 'capital'] as const

/** How far the seats of authorities are, from which day on, and how that was found. */
export function showDistances(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerDistances(c: Context<Env>) {
  const form = readForm(distance(c.var.w), await readBody(c))
  if (!form.data) return answer(c, form.filled)
  const { data } = form
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    setAgencyDistance(c.var.ctx, data),
  )
  return filled ? answer(c, filled) : redirectDone(c, paths.adminDistances(), 'khoang-cach')
}

function distance(w: Words) {
  const words = w.admin.distances
  return z.object({
    at: z.enum(seats, words.seatMissing),
    km: z.union(
      [z.literal('').transform(() => null), typedNumber('')],
      w.offices.refusals['offices.distance_impossible'],
    ),
    from: typedDay(words.fromMissing),
    note: typedNote(words.tooLong),
  })
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, office, w, lang } = c.var
  const words = w.admin.distances
  const rows = await listAgencyDistances(ctx)
  const speed = sayNumber(lang, office.roadSpeedKmh, 1)
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <p>{words.what}</p>
        <p>{words.counted({ speed, minutes: office.minutesPerVisit })}</p>
        {rows.length === 0 ? <p>{words.none}</p> : <Distances rows={rows} />}
        <h2>{words.set}</h2>
        <form method="post" action={to(c, paths.adminDistances())}>
          <div class="grid-3">
            <Select
              name="at"
              label={words.seat}
              filled={filled}
              options={seats.map((value) => ({ value, label: w.offices.seats[value] }))}
            />
            <Field
              name="km"
              label={words.km}
              filled={filled}
              inputmode="decimal"
              hint={words.kmHint}
            />
            <Field
              name="from"
              type="date"
              label={words.from}
              filled={filled}
              hint={words.fromHint}
              initial={today(ctx.now).toString()}
            />
          </div>
          <Field name="note" label={words.note} hint={words.noteHint} filled={filled} optional />
          <button class="button">{w.admin.save}</button>
        </form>
      </>
    ),
  })
}

function Distances({ rows }: { rows: AgencyDistance[] }) {
  const { lang, w } = useView()
  const words = w.admin.distances
  return (
    <TableWrap label={words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.seat}</th>
            <th scope="col" class="number">
              km
            </th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.until}</th>
            <th scope="col">{words.note}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <tr>
              <th scope="row">{w.offices.seats[it.at]}</th>
              <td class="number">{sayNumber(lang, it.km, 1)}</td>
              <td>{sayDay(lang, it.validFrom)}</td>
              <td>{it.validTo ? sayDay(lang, it.validTo.subtract({ days: 1 })) : words.stillSo}</td>
              <td>
                <Vietnamese text={it.note} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}

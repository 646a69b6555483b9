import type { Context } from 'hono'
import { z } from 'zod'
import { changeOffice, type Office } from '#src/modules/offices/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayNumber } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field } from '../ui/field.tsx'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { typedNote, typedNumber, typedText, typedWhole } from './typed.ts'

/** What the office says of itself, and the figures by which hours spared are counted. */
export function showOffice(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerOffice(c: Context<Env>) {
  const { ctx, lang } = c.var
  const form = readForm(settings(c.var.w), await readBody(c))
  if (!form.data) return answer(c, form.filled)
  const { name, nameEn, opening, openingEn, phone, address, ...rest } = form.data
  const { filled } = await tryDeed(form.filled, lang, () =>
    changeOffice(ctx, {
      ...rest,
      name: { vi: name, en: nameEn },
      phone: phone || null,
      address: address || null,
      // Not translated: shown as Vietnamese on English pages too.
      opening: opening ? { vi: opening, en: openingEn || opening } : null,
    }),
  )
  return filled ? answer(c, filled) : redirectDone(c, paths.adminOffice(), 'don-vi')
}

function settings(w: Words) {
  const { nameMissing, nameEnMissing, openingAlone, tooLong } = w.admin.office
  const says = w.offices.refusals
  return z
    .object({
      name: typedText(nameMissing),
      nameEn: typedText(nameEnMissing),
      phone: typedNote(says['offices.phone_malformed'], 30),
      address: typedNote(tooLong),
      opening: typedNote(tooLong),
      openingEn: typedNote(tooLong),
      requestCodePrefix: z.string().default(''),
      roadSpeedKmh: typedNumber(says['offices.road_speed_impossible']),
      minutesPerVisit: typedWhole(says['offices.visit_minutes_impossible']),
    })
    .refine((it) => !it.openingEn || it.opening, { path: ['opening'], message: openingAlone })
}

function answer(c: Context<Env>, filled: Filled) {
  const { office } = c.var
  const words = c.var.w.admin.office
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <form method="post" action={to(c, paths.adminOffice())}>
        <Names office={office} filled={filled} words={words} />
        <h2>{words.counting}</h2>
        <p>{words.countingHint}</p>
        <div class="grid-2">
          <Field
            name="roadSpeedKmh"
            label={words.roadSpeed}
            hint={words.roadSpeedHint}
            filled={filled}
            initial={String(office.roadSpeedKmh)}
            inputmode="decimal"
            width="short"
          />
          <Field
            name="minutesPerVisit"
            label={words.minutes}
            hint={words.minutesHint}
            filled={filled}
            initial={String(office.minutesPerVisit)}
            inputmode="numeric"
            width="short"
          />
        </div>
        <p class="hint">{sayExample(c, office)}</p>
        <button class="button">{c.var.w.admin.save}</button>
      </form>
    ),
  })
}

type NamesProps = { office: Office; filled: Filled; words: Words['admin']['office'] }

function Names({ office, filled, words }: NamesProps) {
  return (
    <>
      <div class="grid-2">
        <Field name="name" label={words.name} filled={filled} initial={office.name.vi} />
        <Field name="nameEn" label={words.nameEn} filled={filled} initial={office.name.en} />
        <Field
          name="phone"
          type="tel"
          label={words.phone}
          filled={filled}
          initial={office.phone ?? ''}
          optional
        />
        <Field
          name="requestCodePrefix"
          label={words.prefix}
          hint={words.prefixHint}
          filled={filled}
          initial={office.requestCodePrefix}
          width="short"
          maxlength={4}
        />
      </div>
      <Field
        name="address"
        label={words.address}
        filled={filled}
        initial={office.address ?? ''}
        optional
      />
      <div class="grid-2">
        <Field
          name="opening"
          label={words.opening}
          hint={words.openingHint}
          filled={filled}
          initial={office.opening?.vi ?? ''}
          optional
        />
        <Field
          name="openingEn"
          label={words.openingEn}
          hint={words.openingEnHint}
          filled={filled}
          initial={office.opening?.en === office.opening?.vi ? '' : office.opening?.en}
          optional
        />
      </div>
    </>
  )
}

/** What the two figures make of a seat 30 km away, so that a change is understood before it is made. */
function sayExample(c: Context<Env>, office: Office): string {
  const { lang, w } = c.var
  const km = 30
  const road = Math.round((60 * 2 * km) / office.roadSpeedKmh)
  return w.admin.office.example({
    km,
    both: 2 * km,
    speed: sayNumber(lang, office.roadSpeedKmh, 1),
    road,
    visit: office.minutesPerVisit,
    total: road + office.minutesPerVisit,
  })
}

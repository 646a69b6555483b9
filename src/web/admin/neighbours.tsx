import type { Context } from 'hono'
import { listNeighbours, setNeighbours, type CommuneKey } from '#src/modules/offices/index.ts'
import { findCommune, searchPlaces, type PlaceFound } from '#src/modules/places/index.ts'
import { sayDay } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Body, type Filled, readBody, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field } from '../ui/field.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'

/** The communes around, found by their name of today or of before, added and taken off one by one. */
export async function showNeighbours(c: Context<Env>) {
  const q = c.req.query('q')?.trim() ?? ''
  return answer(c, q, { ...blank, values: { q } })
}

export async function answerNeighbours(c: Context<Env>) {
  const { ctx, lang } = c.var
  const body = await readBody(c)
  const key = readKey(body['xa'])
  const now = await listNeighbours(ctx)
  const takeOff = body['viec'] === 'bo'
  const rest = now.filter((it) => !key || !same(it, key))
  const next = key && !takeOff ? [...rest, key] : rest
  const { filled } = await tryDeed(blank, lang, () => setNeighbours(ctx, next))
  if (filled) return answer(c, '', filled)
  return redirectDone(c, paths.adminNeighbours(), takeOff ? 'bo-xa' : 'them-xa')
}

const keyOf = (code: string, validFrom: Temporal.PlainDate) => `${code}@${validFrom.toString()}`

function readKey(typed: Body[string] | undefined): CommuneKey | null {
  const [, code, from] = /^(\d{5})@(\d{4}-\d\d-\d\d)$/.exec(String(typed)) ?? []
  if (code === undefined || from === undefined) return null
  return { code, validFrom: Temporal.PlainDate.from(from) }
}

function same(one: CommuneKey, other: CommuneKey): boolean {
  return one.code === other.code && one.validFrom.equals(other.validFrom)
}

async function answer(c: Context<Env>, q: string, filled: Filled) {
  const { ctx, office, w, lang } = c.var
  const words = w.admin.neighbours
  const keys = await listNeighbours(ctx)
  const communes = await Promise.all(
    keys.map((it) => findCommune(ctx, { code: it.code, at: it.validFrom })),
  )
  const own = await findCommune(ctx, { code: office.commune.code, at: office.commune.validFrom })
  const near = own ? { near: own.province_code } : {}
  const found = q ? await searchPlaces(ctx, { q, limit: 8, ...near }) : []
  const chosen = [...keys, office.commune]
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <p>{words.what}</p>
        {keys.length === 0 && <p>{words.none}</p>}
        <ul class="tasks">
          {communes.map(
            (it) =>
              it && (
                <li>
                  <span>
                    <Vietnamese text={it.full_name} />
                    <br />
                    <span class="hint">
                      <Vietnamese text={[it.district, it.province].filter(Boolean).join(', ')} />
                      {it.valid_to &&
                        ` · ${words.until({ day: sayDay(lang, it.valid_to.subtract({ days: 1 })) })}`}
                    </span>
                  </span>
                  <KeyForm
                    deed="bo"
                    commune={keyOf(it.code, it.valid_from)}
                    label={words.remove}
                    about={it.full_name}
                  />
                </li>
              ),
          )}
        </ul>
        <h2>{words.add}</h2>
        <form method="get" action={to(c, paths.adminNeighbours())} class="toolbar" role="search">
          <Field
            name="q"
            type="search"
            label={words.search}
            hint={words.searchHint}
            filled={filled}
          />
          <button class="button quiet">{words.find}</button>
        </form>
        {q && <Found rows={found} chosen={chosen} />}
      </>
    ),
  })
}

function Found({ rows, chosen }: { rows: PlaceFound[]; chosen: CommuneKey[] }) {
  const words = useView().w.admin.neighbours
  if (rows.length === 0) return <p role="status">{words.nothing}</p>
  return (
    <ul class="tasks">
      {rows.map((it) => (
        <li>
          <span>
            <Vietnamese text={`${it.full_name}, ${it.province}`} />
            {it.formerly && (
              <>
                <br />
                <span class="hint">
                  {words.formerly} <Vietnamese text={it.formerly.full_name} />
                </span>
              </>
            )}
          </span>
          {chosen.some((key) => same(key, { code: it.code, validFrom: it.valid_from })) ? (
            <span class="hint">{words.already}</span>
          ) : (
            <KeyForm
              deed="them"
              commune={keyOf(it.code, it.valid_from)}
              label={words.addThis}
              about={it.full_name}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

type KeyFormProps = { deed: 'them' | 'bo'; commune: string; label: string; about: string }

function KeyForm({ deed, commune, label, about }: KeyFormProps) {
  const { to } = useView()
  return (
    <form method="post" action={to(paths.adminNeighbours())}>
      <input type="hidden" name="viec" value={deed} />
      <input type="hidden" name="xa" value={commune} />
      <button class="button quiet">
        {label} <span class="unseen">{about}</span>
      </button>
    </form>
  )
}

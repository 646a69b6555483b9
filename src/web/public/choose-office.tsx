import type { Context } from 'hono'
import { listOffices, type Office } from '#src/modules/offices/index.ts'
import { searchPlaces, type PlaceFound } from '#src/modules/places/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render, to } from '../render.tsx'
import { Notice } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { showHome } from './home.tsx'
import { standIn } from './with-office.ts'

/** More offices than this are found by name only. */
const mostListed = 60

/** The door of the site: the only office's home, or the choice between the offices of this server. */
export async function showOffices(c: Context<Env>) {
  const { house, w } = c.var
  const ctx = { db: house.database.nation, now: house.now() }
  const offices = await listOffices(ctx)
  const [only] = offices
  if (only && offices.length === 1) {
    standIn(c, only)
    return showHome(c)
  }
  const { choose } = w.public
  if (!only)
    return render(
      c,
      <PublicPage title={choose.empty} here={here(c)}>
        <h1>{choose.empty}</h1>
        <p>{choose.emptyHint}</p>
      </PublicPage>,
    )

  const q = (c.req.query('q') ?? '').normalize('NFC').trim()
  const communes = q ? await searchPlaces(ctx, { q, limit: 20 }) : []
  const found = communes.flatMap((commune) =>
    offices.filter((it) => it.commune.code === commune.code).map((office) => ({ office, commune })),
  )
  const others = offices.filter((it) => !found.some(({ office }) => office.id === it.id))
  return render(
    c,
    <PublicPage
      title={q ? choose.found({ q }) : choose.title}
      here={here(c)}
      description={choose.lead}
    >
      <h1>{choose.title}</h1>
      <p>{choose.lead}</p>
      <CommuneSearch action={to(c, paths.root())} q={q} />
      {q && <Answer q={q} communes={communes} found={found} />}
      {others.length > 0 && others.length <= mostListed && (
        <>
          <h2>{choose.all}</h2>
          <OfficeList offices={others.map((office) => ({ office }))} />
        </>
      )}
    </PublicPage>,
  )
}

function CommuneSearch({ action, q }: { action: string; q: string }) {
  const { choose } = useView().w.public
  return (
    <form class="search" role="search" action={action}>
      <div class="field">
        <label for="o-q">{choose.label}</label>
        <span class="hint" id="o-q-hint">
          {choose.hint}
        </span>
        <div class="row">
          <input
            id="o-q"
            name="q"
            type="search"
            value={q}
            aria-describedby="o-q-hint"
            maxlength={200}
          />
          <button class="button">{choose.find}</button>
        </div>
      </div>
    </form>
  )
}

type Found = { office: Office; commune?: PlaceFound }

function Answer({ q, communes, found }: { q: string; communes: PlaceFound[]; found: Found[] }) {
  const { choose } = useView().w.public
  const [nearest] = communes
  if (found.length > 0)
    return (
      <>
        <h2>{choose.found({ q })}</h2>
        <OfficeList offices={found} />
      </>
    )
  return (
    <Notice tone="sun">
      <p>
        {nearest
          ? choose.none({ commune: `${nearest.full_name}, ${nearest.province}` })
          : choose.unknown({ q })}
      </p>
    </Notice>
  )
}

function OfficeList({ offices }: { offices: Found[] }) {
  const { lang, w, to } = useView()
  return (
    <ul class="paths">
      {offices.map(({ office, commune }) => (
        <li>
          <a href={to(paths.home(office.slug))}>{office.name[lang]}</a>
          {commune?.formerly && (
            <span>
              {w.public.choose.now({ was: commune.formerly.full_name, is: commune.full_name })}
            </span>
          )}
          {office.address && (
            <span>
              <Vietnamese text={office.address} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

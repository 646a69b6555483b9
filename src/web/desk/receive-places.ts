import type { Ctx } from '#src/base/ctx.ts'
import { listNeighbours, type CommuneKey, type Office } from '#src/modules/offices/index.ts'
import {
  findCommune,
  searchPlaces,
  type Commune,
  type PlaceFound,
} from '#src/modules/places/index.ts'
import { today } from '../dates.ts'
import { readCommune, said, writeCommune, type Values } from './receive-typed.ts'

/** A commune to choose as somebody's home. */
export type PlaceChoice = {
  value: string
  commune: Commune
  formerly: PlaceFound['formerly']
  /** By what was typed, not because it lies near. */
  found: boolean
}

/** How many neighbours are offered before anything was typed. */
const mostNear = 4

/**
 * The communes to choose from: what was chosen, then what the typed name means, else the office's
 * own and those around it.
 */
export async function readPlaces(ctx: Ctx, office: Office, values: Values): Promise<PlaceChoice[]> {
  const place = said(values, 'place')
  const chosen = await choice(ctx, readCommune(said(values, 'commune')))
  const own = await choice(ctx, office.commune)
  const found = place ? await searchPlaces(ctx, { q: place, limit: 6, ...near(own) }) : []
  const around = found.length > 0 ? [] : await readAround(ctx)
  const all = [
    chosen,
    ...found.map((it): PlaceChoice => ({
      value: writeCommune({ code: it.code, validFrom: it.valid_from }),
      commune: it,
      formerly: it.formerly,
      found: true,
    })),
    own,
    ...around,
  ].filter((it) => it !== null)
  return [...Map.groupBy(all, (it) => it.value).values()].map(
    (same) => same.find((it) => it.found) ?? same[0]!,
  )
}

/** The neighbours as they are called today, a few of them. */
async function readAround(ctx: Ctx): Promise<PlaceChoice[]> {
  const all = await Promise.all((await listNeighbours(ctx)).map((key) => choice(ctx, key)))
  return all
    .filter((it) => it !== null)
    .filter((it) => it.commune.valid_to === null)
    .slice(0, mostNear)
}

/** Found communes of the office's own province come first among equals. */
function near(own: PlaceChoice | null): { near?: string } {
  return own ? { near: own.commune.province_code } : {}
}

/** A commune that is no more is offered as it was: people still say so. */
async function choice(ctx: Ctx, key: CommuneKey | null): Promise<PlaceChoice | null> {
  if (!key) return null
  const now = today(ctx.now)
  const at = Temporal.PlainDate.compare(key.validFrom, now) > 0 ? now : key.validFrom
  const commune = await findCommune(ctx, { code: key.code, at })
  if (!commune?.valid_from.equals(key.validFrom)) return null
  return { value: writeCommune(key), commune, formerly: null, found: false }
}

import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsHomeKind } from '#src/base/database.generated.ts'
import { getOffice, listNeighbours, type CommuneKey } from '#src/modules/offices/index.ts'
import { findCommune, listSuccessors, type Commune } from '#src/modules/places/index.ts'

export type HomeKind = RequestsHomeKind

/**
 * Where a home lies, seen from the office, on a day. `then` is the commune on that day: the home
 * itself, or what it had become; both the home's and the office's keys count old names alike.
 */
export function homeKind(
  home: CommuneKey,
  then: readonly Pick<Commune, 'code' | 'valid_from' | 'province_code'>[],
  office: {
    communes: readonly CommuneKey[]
    provinceCode: string
    neighbours: readonly CommuneKey[]
  },
): HomeKind {
  const places = then.map((it) => ({ code: it.code, validFrom: it.valid_from }))
  const isOne = (of: readonly CommuneKey[]) =>
    places.some((place) => of.some((it) => same(it, place)))
  if (isOne(office.communes)) return 'this_commune'
  if (isOne(office.neighbours) || office.neighbours.some((it) => same(it, home))) return 'neighbour'
  return then.some((it) => it.province_code === office.provinceCode)
    ? 'same_province'
    : 'other_province'
}

/**
 * Judges a home on the day of receipt. A name that was no longer in force then is read as what it had
 * become, the main one where it was divided; an office that was another commune then, as thị trấn Gôi before xã Vụ Bản, is seen as it was.
 */
export async function judgeHome(
  ctx: Ctx,
  input: { commune: CommuneKey; on: Temporal.PlainDate },
): Promise<{ kind: HomeKind; commune: Commune; province: { code: string; name: string } } | null> {
  const { commune: key, on } = input
  const commune = await findCommune(ctx, { code: key.code, at: key.validFrom })
  if (!commune) return null
  const office = await getOffice(ctx)
  const neighbours = await listNeighbours(ctx)
  const officeThen = await standing(ctx, office.commune, on)
  const then = await standing(ctx, key, on)
  const kind = homeKind(key, then, {
    communes: officeThen.map((it) => ({ code: it.code, validFrom: it.valid_from })),
    provinceCode: officeThen[0]?.province_code ?? '',
    neighbours,
  })
  const now = then[0] ?? commune
  return { kind, commune, province: { code: now.province_code, name: now.province } }
}

/** What bears the name, or what it had become, on the day. Before its first day: who had the code. */
async function standing(ctx: Ctx, key: CommuneKey, on: Temporal.PlainDate): Promise<Commune[]> {
  if (Temporal.PlainDate.compare(on, key.validFrom) < 0) {
    const before = await findCommune(ctx, { code: key.code, at: on })
    return before ? [before] : []
  }
  const became = await listSuccessors(ctx, { code: key.code, on: key.validFrom, at: on })
  const main = became.filter((it) => it.main)
  return main.length > 0 ? main : became
}

function same(one: CommuneKey, other: CommuneKey): boolean {
  return one.code === other.code && one.validFrom.equals(other.validFrom)
}

import type { CommuneRow, Places, ProvinceRow } from './place-rows.ts'
import { plain, sayName, withTonesLast } from './said.ts'
import { communeKinds, provinceKinds } from './unit-name.ts'

/** A row of `places.known_name`. */
export type KnownName = {
  id: number
  full_name: string
  district: string | null
  province: string
  code: string | null
  valid_from: string
  name_said: string
  district_said: string
  name_marked: string
  /** A tsvector as text: `'goi':1A 'vu':2B`. */
  words: string
}

/** A name, and the communes that it has stood for: its own, then what that became, the main part ahead. */
type Named = { name: KnownName; standsFor: CommuneRow[] }

/** Every name that stands or stood for a commune, with the words it is found by; today's first. */
export function knownNames(places: Places): Named[] {
  const mainFirst = places.successions.toSorted((a, b) => Number(b.main) - Number(a.main))
  const heirs = Map.groupBy(mainFirst, (it) => it.from)
  const parents = Map.groupBy(mainFirst, (it) => it.to)
  const outcomes = (it: CommuneRow): CommuneRow[] =>
    [it].concat((heirs.get(it) ?? []).flatMap(({ to }) => outcomes(to)))
  const makings = (it: CommuneRow): CommuneRow[] =>
    (parents.get(it) ?? []).flatMap(({ from }) => [from].concat(makings(from)))

  const newestFirst = places.communes.toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))
  const borne = newestFirst.map((it) => ({
    unit: { ...it, fullName: `${communeKinds[it.kind]} ${it.name}`, code: it.code },
    aside: makings(it)
      .flatMap((was) => [was.district ?? '', was.province.name])
      .concat(namesOfProvince(places, it)),
    standsFor: outcomes(it),
  }))
  const gone = places.earlier.map((it) => ({
    unit: { ...it, code: null, valid_from: it.province.valid_from },
    aside: [],
    standsFor: it.became.flatMap(outcomes),
  }))
  return [...borne, ...gone].map(({ unit, aside, standsFor }, i) => ({
    name: knownName(i + 1, unit, aside),
    standsFor: [...new Set(standsFor)],
  }))
}

/** All that the province was called in the days of the commune: Huế was Thừa Thiên Huế until 2025. */
function namesOfProvince(places: Places, it: CommuneRow): string[] {
  return places.provinces
    .filter((province) => province.code === it.province.code)
    .filter(({ valid_from }) => it.valid_to === null || valid_from < it.valid_to)
    .filter(({ valid_to }) => valid_to === null || valid_to > it.valid_from)
    .map(({ name }) => name)
}

type Unit = {
  fullName: string
  district: string | null
  province: ProvinceRow
  code: string | null
  valid_from: string
}

function knownName(id: number, unit: Unit, aside: string[]): KnownName {
  const { fullName, code, valid_from } = unit
  const province = `${provinceKinds[unit.province.kind]} ${unit.province.name}`
  const name_said = sayName(fullName)
  const district_said = sayName(unit.district ?? '')
  const words = weigh([
    [name_said, 'A'],
    [district_said, 'B'],
    [plain(unit.province.name), 'C'],
    [[fullName, unit.district ?? '', province, ...aside].map(plain).join(' '), 'D'],
  ])
  return {
    ...{ id, full_name: fullName, district: unit.district, province, code, valid_from },
    ...{ name_said, district_said, name_marked: withTonesLast(fullName), words },
  }
}

/** Each word once, with the heaviest of its weights. Words for a kind are among the lightest. */
function weigh(parts: [said: string, weight: string][]): string {
  const found = new Map<string, string>()
  for (const [said, weight] of parts) {
    for (const word of said.split(' ').filter(Boolean)) {
      if (!found.has(word)) found.set(word, weight)
    }
  }
  return [...found].map(([word, weight], i) => `'${word}':${i + 1}${weight}`).join(' ')
}

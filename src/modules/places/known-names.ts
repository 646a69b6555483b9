import type { CommuneRow, EarlierUnit, Places, ProvinceRow } from './compile.ts'
import { plain, sayName, withTonesLast } from './said.ts'

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
  /** Its own commune first, then what that became, the main part ahead. */
  standsFor: CommuneRow[]
}

const communeKinds = { xa: 'Xã', phuong: 'Phường', thi_tran: 'Thị trấn', dac_khu: 'Đặc khu' }
const provinceKinds = { tinh: 'Tỉnh', thanh_pho: 'Thành phố' }

/** Every name that stands or stood for a commune, with the words it is found by. */
export function knownNames(places: Places): KnownName[] {
  const mainFirst = places.successions.toSorted((a, b) => Number(b.main) - Number(a.main))
  const after = Map.groupBy(mainFirst, (it) => it.from)
  const before = Map.groupBy(places.successions, (it) => it.to)
  const ofProvince = Map.groupBy(places.provinces, (it) => it.code)

  const makings = (commune: CommuneRow): CommuneRow[] =>
    (before.get(commune) ?? []).flatMap(({ from }) => [from, ...makings(from)])
  const outcomes = (commune: CommuneRow): CommuneRow[] => [
    commune,
    ...(after.get(commune) ?? []).flatMap(({ to }) => outcomes(to)),
  ]
  /** A former commune of Huế lay in Thừa Thiên Huế first: both names find it. */
  const otherProvinceNames = (province: ProvinceRow, from: string, to: string | null) =>
    (ofProvince.get(province.code) ?? [])
      .filter((it) => (to === null || it.valid_from < to) && (it.valid_to ?? '9999') > from)
      .map((it) => it.name)

  const ofCommune = (it: CommuneRow) => {
    const fullName = `${communeKinds[it.kind]} ${it.name}`
    const from = makings(it)
    const old = from.flatMap((was) => [was.district ?? '', was.province.name])
    const provinces = otherProvinceNames(it.province, it.valid_from, it.valid_to)
    return {
      ...name(fullName, it.district, it.province, [...old, ...provinces]),
      ...{ code: it.code, valid_from: it.valid_from, standsFor: unique(outcomes(it)) },
    }
  }
  const ofEarlier = (it: EarlierUnit) => ({
    ...name(it.fullName, it.district, it.province, []),
    ...{
      code: null,
      valid_from: it.province.valid_from,
      standsFor: unique(it.became.flatMap(outcomes)),
    },
  })

  const byAge = places.communes.toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))
  return [...byAge.map(ofCommune), ...places.earlier.map(ofEarlier)].map((it, i) => ({
    id: i + 1,
    ...it,
  }))
}

function name(fullName: string, district: string | null, province: ProvinceRow, old: string[]) {
  const said = { name_said: sayName(fullName), district_said: sayName(district ?? '') }
  const provinceName = `${provinceKinds[province.kind]} ${province.name}`
  const aside = [fullName, district ?? '', provinceName, ...old].map(plain).join(' ')
  const words = weigh([
    [said.name_said, 'A'],
    [said.district_said, 'B'],
    [plain(province.name), 'C'],
    [aside, 'D'],
  ])
  return {
    ...{ full_name: fullName, district, province: provinceName, ...said, words },
    name_marked: withTonesLast(fullName),
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

function unique<T>(items: T[]): T[] {
  return [...new Set(items)]
}

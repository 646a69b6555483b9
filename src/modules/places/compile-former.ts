import { fold } from '#src/base/fold.ts'
import { earliest, need, reform } from './place-rows.ts'
import type { CommuneRow, EarlierUnit, Places, ProvinceRow } from './place-rows.ts'
import { plain } from './said.ts'
import type { Shipped } from './shipped.ts'
import { nameOfProvince, splitCommuneName, tidyName } from './unit-name.ts'

type Former = Pick<Places, 'districts' | 'communes' | 'successions' | 'earlier'>

/**
 * The communes until 30 June 2025 and what became of them, as the package pairs them. It gives each
 * code one successor; a further pair without a code tells where another part of that commune went,
 * or names a unit that was gone already.
 *
 * About 440 pairs name the successor by a code that does not exist or is another commune's, so it is
 * found by its name within its province, where no two are alike.
 */
export function compileFormer(
  { package: { ward_mappings: pairs }, overlay }: Shipped,
  provinces: ProvinceRow[],
  born: CommuneRow[],
): Former {
  const provinceByName = byKey(provinces, (it) => plain(it.name))
  const provinceByCode = byKey(provinces, (it) => it.code)
  const bornByName = byKey(born, (it) => keyOf(it, it.province.name))
  const bornByCode = byKey(born, (it) => it.code)
  const communes = new Map<string, CommuneRow>()
  const earlier = new Map<string, EarlierUnit>()
  const became = new Map<CommuneRow, Map<CommuneRow, boolean>>()

  const leadsTo = (from: CommuneRow, to: CommuneRow, main: boolean) => {
    const known = became.get(from) ?? new Map<CommuneRow, boolean>()
    became.set(from, known.set(to, main || known.get(to) === true))
  }

  // Those with a code first: one without may tell of another part of the same commune.
  for (const pair of pairs.toSorted(
    (a, b) => Number(!a.old_ward_code) - Number(!b.old_ward_code),
  )) {
    // Five pairs name a special zone that was a district without communes; the overlay tells of them.
    if (!pair.old_ward_name || !pair.old_district_name || !pair.old_province_name) continue
    const province = need(
      provinceByName.get(plain(nameOfProvince(pair.old_province_name))),
      pair.old_province_name,
    )
    const fullName = tidyName(pair.old_ward_name)
    const district = tidyName(pair.old_district_name)
    const successor = keyOf(
      splitCommuneName(pair.new_ward_name),
      nameOfProvince(pair.new_province_name),
    )
    const to = need(bornByName.get(successor), successor)
    // With its marks: one district may have two communes that differ in nothing else.
    const key = `${fullName.toLowerCase()}, ${plain(district)}, ${province.code}`
    const known = communes.get(key)
    if (pair.old_ward_code) {
      const from = known ?? formerCommune(pair.old_ward_code, fullName, district, province)
      communes.set(key, from)
      leadsTo(from, to, true)
    } else if (known) {
      leadsTo(known, to, false)
    } else {
      const unit = earlier.get(key) ?? { fullName, district, province, became: [] }
      if (!unit.became.includes(to)) unit.became.push(to)
      earlier.set(key, unit)
    }
  }
  for (const it of overlay.missingFormerCommunes) {
    const province = need(provinceByCode.get(it.province), it.province)
    const from = formerCommune(it.code, it.name, it.district, province)
    communes.set(it.code, from)
    leadsTo(from, need(bornByCode.get(it.became), it.became), true)
  }
  for (const it of overlay.districtsWithoutCommunes) {
    const province = need(provinceByCode.get(it.province), it.province)
    const to = need(bornByCode.get(it.became), it.became)
    earlier.set(it.name, { fullName: it.name, district: null, province, became: [to] })
  }
  return {
    districts: districts([...communes.values()], [...earlier.values()]),
    communes: [...communes.values()],
    successions: [...became].flatMap(([from, heirs]) =>
      [...heirs].map(([to, main]) => ({ from, to, main })),
    ),
    earlier: [...earlier.values()],
  }
}

function formerCommune(
  code: string,
  fullName: string,
  district: string,
  province: ProvinceRow,
): CommuneRow {
  const { kind, name } = splitCommuneName(fullName)
  return { code, kind, name, province, district, valid_from: earliest, valid_to: reform }
}

/** Each once; of two spellings (Thuỷ Nguyên, Thủy Nguyên) the first. */
function districts(communes: CommuneRow[], earlier: EarlierUnit[]): Former['districts'] {
  const found = new Map<string, Former['districts'][number]>()
  const add = (name: string, province: ProvinceRow) => {
    const key = `${fold(name)}, ${province.code}`
    if (!found.has(key)) found.set(key, { name, province })
  }
  for (const { district, province } of communes) if (district) add(district, province)
  for (const it of earlier) if (it.district === null) add(it.fullName, it.province)
  return [...found.values()]
}

function keyOf({ kind, name }: Pick<CommuneRow, 'kind' | 'name'>, province: string): string {
  return `${kind} ${name.toLowerCase()}, ${fold(province)}`
}

function byKey<T>(items: T[], key: (item: T) => string): Map<string, T> {
  const found = new Map(items.map((item) => [key(item), item]))
  if (found.size !== items.length) throw new Error('two places go by the same name or code')
  return found
}

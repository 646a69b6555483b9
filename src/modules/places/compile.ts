import { fold } from '#src/base/fold.ts'
import { plain } from './said.ts'
import type { Shipped } from './shipped.ts'

/** The day on which there came to be 34 provinces and no districts: Nghị quyết 202/2025/QH15. */
const reform = '2025-07-01'
/** The day on which there came to be 63 provinces: Nghị quyết 15/2008/QH12. */
const earliest = '2008-08-01'

export type ProvinceRow = {
  code: string
  valid_from: string
  valid_to: string | null
  kind: 'tinh' | 'thanh_pho'
  name: string
}
export type DistrictRow = { name: string; province: ProvinceRow }
export type CommuneRow = {
  code: string
  valid_from: string
  valid_to: string | null
  kind: 'xa' | 'phuong' | 'thi_tran' | 'dac_khu'
  name: string
  province: ProvinceRow
  district: string | null
}
export type Succession = { from: CommuneRow; to: CommuneRow; main: boolean | null }
/** A unit that was gone before July 2025, or a district that had no communes: name and end only. */
export type EarlierUnit = {
  fullName: string
  district: string | null
  province: ProvinceRow
  became: CommuneRow[]
}

export type Places = {
  provinces: ProvinceRow[]
  districts: DistrictRow[]
  communes: CommuneRow[]
  successions: Succession[]
  earlier: EarlierUnit[]
}

/**
 * Puts the files together: provinces and communes with their days, and what became of each.
 *
 * The package names about 440 successors by a code that does not exist or belongs to another
 * commune, so a successor is found by its name within its province, which is unique.
 */
export function compilePlaces(shipped: Shipped): Places {
  const former = formerProvinces(shipped)
  const present = presentProvinces(shipped, former)
  const provinceThen = byKey(former.filter((it) => it.valid_to === null || it.valid_to === reform), (it) => it.code) // prettier-ignore
  const provinceNow = byKey(present.filter((it) => it.valid_to === null), (it) => it.code) // prettier-ignore

  const successions: Succession[] = []
  const born = bornInReform(shipped, provinceNow)
  const communesNow = [...born]
  for (const change of shipped.overlay.changes) {
    for (const { code, name } of change.communes) {
      const from = need(
        communesNow.findLast((it) => it.code === code),
        code,
      )
      const to = { ...from, ...splitName(name), valid_from: change.on, valid_to: null }
      from.valid_to = change.on
      communesNow.push(to)
      successions.push({ from, to, main: true })
    }
  }

  const bornByName = byKey(born, (it) => keyOf(it, it.province.name))
  const bornByCode = byKey(born, (it) => it.code)
  const formerByName = byKey(provinceThen.values(), (it) => plain(it.name))
  const gone = new Map<string, CommuneRow>()
  const earlier = new Map<string, EarlierUnit>()
  const became = new Map<CommuneRow, Set<CommuneRow>>()

  const communeGone = (
    code: string,
    fullName: string,
    district: string,
    province: ProvinceRow,
  ) => ({
    ...{ code, ...splitName(fullName), province, district },
    ...{ valid_from: earliest, valid_to: reform },
  })
  const leadsTo = (from: CommuneRow, to: CommuneRow, main: boolean) => {
    const known = became.get(from) ?? new Set()
    if (!known.has(to)) successions.push({ from, to, main })
    became.set(from, known.add(to))
  }

  // Rows with a code first: a row without one may tell of another part of the same commune.
  const mappings = shipped.package.ward_mappings.toSorted(
    (a, b) => Number(!a.old_ward_code) - Number(!b.old_ward_code),
  )
  for (const row of mappings) {
    const { old_ward_code: code, old_ward_name, old_district_name, old_province_name } = row
    if (!old_ward_name || !old_district_name || !old_province_name) continue
    const province = need(formerByName.get(plain(splitProvince(old_province_name))), old_province_name) // prettier-ignore
    const district = tidy(old_district_name)
    const newKey = keyOf(splitName(row.new_ward_name), splitProvince(row.new_province_name))
    const to = need(bornByName.get(newKey), newKey)
    // The name with its marks: one district may have a xã Văn Lang and a xã Văn Lăng.
    const key = `${tidy(old_ward_name).toLowerCase()}, ${plain(district)}, ${province.code}`
    const before = gone.get(key)
    if (code) {
      const from = before ?? communeGone(code, old_ward_name, district, province)
      gone.set(key, from)
      leadsTo(from, to, true)
    } else if (before) {
      leadsTo(before, to, false)
    } else {
      const unit = earlier.get(key) ?? { fullName: tidy(old_ward_name), district, province, became: [] } // prettier-ignore
      if (!unit.became.includes(to)) unit.became.push(to)
      earlier.set(key, unit)
    }
  }
  for (const it of shipped.overlay.missingFormerCommunes) {
    const province = need(provinceThen.get(it.province), it.province)
    const from = communeGone(it.code, it.name, it.district, province)
    gone.set(it.code, from)
    leadsTo(from, need(bornByCode.get(it.became), it.became), true)
  }
  for (const it of shipped.overlay.districtsWithoutCommunes) {
    const province = need(provinceThen.get(it.province), it.province)
    const to = need(bornByCode.get(it.became), it.became)
    earlier.set(it.name, { fullName: it.name, district: null, province, became: [to] })
  }

  return {
    provinces: [...former, ...present.filter((it) => !former.includes(it))],
    districts: districts(gone.values(), earlier.values()),
    communes: [...gone.values(), ...communesNow],
    successions,
    earlier: [...earlier.values()],
  }
}

function formerProvinces({ formerProvinces: list }: Shipped): ProvinceRow[] {
  return list.map(({ code, kind, name, since, until, became }) => ({
    ...{ code, kind, name },
    valid_from: since ?? earliest,
    valid_to: until ?? (became ? reform : null),
  }))
}

/** The 34, with each change since; those that went on unchanged are the former rows themselves. */
function presentProvinces(shipped: Shipped, former: ProvinceRow[]): ProvinceRow[] {
  const rows = shipped.package.provinces.map(({ province_code: code, name, place_type }) => {
    const same = former.find((it) => it.code === code && it.valid_to === null)
    const kind = /^Thành phố/.test(place_type) ? ('thanh_pho' as const) : ('tinh' as const)
    return same ?? { code, kind, name: splitProvince(name), valid_from: reform, valid_to: null }
  })
  for (const change of shipped.overlay.changes) {
    for (const it of change.provinces) {
      need(
        rows.findLast((row) => row.code === it.code),
        it.code,
      ).valid_to = change.on
      rows.push({ ...it, valid_from: change.on, valid_to: null })
    }
  }
  return rows
}

function bornInReform(shipped: Shipped, provinces: Map<string, ProvinceRow>): CommuneRow[] {
  return shipped.package.wards.map((ward) => {
    const right = shipped.overlay.corrections.find((it) => it.packageCode === ward.ward_code)
    return {
      code: right?.code ?? ward.ward_code,
      ...splitName(right?.name ?? ward.name),
      ...{ valid_from: reform, valid_to: null, district: null },
      province: need(provinces.get(ward.province_code), ward.province_code),
    }
  })
}

function districts(gone: Iterable<CommuneRow>, earlier: Iterable<EarlierUnit>): DistrictRow[] {
  const found = new Map<string, DistrictRow>()
  for (const { district, province } of gone) {
    if (!district) continue
    const key = `${fold(district)}|${province.code}`
    if (!found.has(key)) found.set(key, { name: district, province })
  }
  for (const { fullName, district, province } of earlier) {
    if (district === null) found.set(fullName, { name: fullName, province })
  }
  return [...found.values()]
}

const kinds = { xa: 'xa', phuong: 'phuong', 'thi tran': 'thi_tran', 'dac khu': 'dac_khu' } as const

function splitName(fullName: string): Pick<CommuneRow, 'kind' | 'name'> {
  const name = tidy(fullName)
  const [, said, rest] = /^(Xã|Phường|Thị trấn|Đặc khu) (.+)$/i.exec(name) ?? []
  const kind = kinds[fold(said ?? '') as keyof typeof kinds]
  if (!kind || !rest) throw new Error(`what kind of commune is ${fullName}?`)
  return { kind, name: rest }
}

function keyOf({ kind, name }: Pick<CommuneRow, 'kind' | 'name'>, province: string): string {
  return `${kind} ${name.toLowerCase()}, ${fold(province)}`
}

function splitProvince(fullName: string): string {
  return tidy(fullName).replace(/^(Tỉnh|Thành phố) /, '')
}

function tidy(name: string): string {
  return name.replaceAll('’', "'").replace(/\s+/g, ' ').trim()
}

function byKey<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T> {
  const found = new Map<string, T>()
  for (const item of items) {
    if (found.has(key(item))) throw new Error(`two places are ${key(item)}`)
    found.set(key(item), item)
  }
  return found
}

function need<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the places name ${name} but do not have it`)
  return found
}

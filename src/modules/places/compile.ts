import { compileFormer } from './compile-former.ts'
import { earliest, need, reform } from './place-rows.ts'
import type { CommuneRow, Places, ProvinceRow, Succession } from './place-rows.ts'
import type { Shipped } from './shipped.ts'
import { nameOfProvince, splitCommuneName, type ProvinceKind } from './unit-name.ts'

/** Puts the files together: provinces and communes with their days, and what became of each. */
export function compilePlaces(shipped: Shipped): Places {
  const formerProvinces = shipped.formerProvinces.map((it) => ({
    code: it.code,
    kind: it.kind,
    name: it.name,
    valid_from: it.since ?? earliest,
    valid_to: it.until ?? (it.became ? reform : null),
  }))
  const provincesThen = formerProvinces.filter((it) => it.valid_to === null || it.valid_to === reform) // prettier-ignore
  const provinces = provincesSince(shipped, formerProvinces)
  const born = bornInReform(shipped, provinces)
  const former = compileFormer(shipped, provincesThen, born)
  const changed = changesSince(shipped, born)
  return {
    provinces: [...new Set([...formerProvinces, ...provinces])],
    districts: former.districts,
    communes: [...former.communes, ...born, ...changed.map((it) => it.to)],
    successions: [...former.successions, ...changed],
    earlier: former.earlier,
  }
}

/** The 34, with each change since; those that went on unchanged are the former rows themselves. */
function provincesSince(shipped: Shipped, former: ProvinceRow[]): ProvinceRow[] {
  const rows = shipped.package.provinces.map(({ province_code: code, name, place_type }) => {
    const same = former.find((it) => it.code === code && it.valid_to === null)
    const kind: ProvinceKind = place_type.startsWith('Thành phố') ? 'thanh_pho' : 'tinh'
    return same ?? { code, kind, name: nameOfProvince(name), valid_from: reform, valid_to: null }
  })
  for (const change of shipped.overlay.changes) {
    for (const it of change.provinces) {
      const before = rows.findLast((row) => row.code === it.code)
      need(before, it.code).valid_to = change.on
      rows.push({ ...it, valid_from: change.on, valid_to: null })
    }
  }
  return rows
}

function bornInReform(shipped: Shipped, provinces: ProvinceRow[]): CommuneRow[] {
  const corrections = new Map(shipped.overlay.corrections.map((it) => [it.packageCode, it]))
  return shipped.package.wards.map((ward) => {
    const right = corrections.get(ward.ward_code)
    const { kind, name } = splitCommuneName(right?.name ?? ward.name)
    const province = need(
      provinces.findLast((it) => it.code === ward.province_code),
      ward.province_code,
    )
    const code = right?.code ?? ward.ward_code
    return { code, kind, name, province, district: null, valid_from: reform, valid_to: null }
  })
}

/** Ends each commune that changed since and begins the one that it became. */
function changesSince(shipped: Shipped, born: CommuneRow[]): Succession[] {
  const newest = new Map(born.map((it) => [it.code, it]))
  return shipped.overlay.changes.flatMap((change) =>
    change.communes.map(({ code, name }) => {
      const from = need(newest.get(code), code)
      const to = { ...from, ...splitCommuneName(name), valid_from: change.on }
      from.valid_to = change.on
      newest.set(code, to)
      return { from, to, main: true }
    }),
  )
}

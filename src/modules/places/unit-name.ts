import { fold } from '#src/base/fold.ts'

export type CommuneKind = 'xa' | 'phuong' | 'thi_tran' | 'dac_khu'
export type ProvinceKind = 'tinh' | 'thanh_pho'

export const communeKinds = {
  xa: 'Xã',
  phuong: 'Phường',
  thi_tran: 'Thị trấn',
  dac_khu: 'Đặc khu',
} satisfies Record<CommuneKind, string>

export const provinceKinds = {
  tinh: 'Tỉnh',
  thanh_pho: 'Thành phố',
} satisfies Record<ProvinceKind, string>

/** "Thị trấn Gôi" is a thi_tran named "Gôi". */
export function splitCommuneName(fullName: string): { kind: CommuneKind; name: string } {
  const name = tidyName(fullName)
  for (const [kind, word] of Object.entries(communeKinds) as [CommuneKind, string][]) {
    if (fold(name).startsWith(`${fold(word)} `)) return { kind, name: name.slice(word.length + 1) }
  }
  throw new Error(`what kind of commune is ${fullName}?`)
}

/** "Tỉnh Nam Định" is named "Nam Định". */
export function nameOfProvince(fullName: string): string {
  return tidyName(fullName).replace(/^(Tỉnh|Thành phố) /, '')
}

/** With straight apostrophes, as the State's list has them (Ea H'Leo), and single spaces. */
export function tidyName(name: string): string {
  return name.replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()
}

import { z } from 'zod'
import type { Commune, FormerName, PlaceFound } from '#src/modules/places/index.ts'
import { Day } from './shapes.ts'

export const CommuneItem = z
  .object({
    code: z.string().describe('Codes were used again in July 2025: keep one with `validFrom`.'),
    name: z.string().describe('Xã Vụ Bản'),
    kind: z.enum(['xa', 'phuong', 'thi_tran', 'dac_khu']),
    district: z.string().nullable().describe('Huyện Vụ Bản; null since 1 July 2025.'),
    province: z.string().describe('Tỉnh Ninh Bình'),
    provinceCode: z.string(),
    validFrom: Day,
    validTo: Day.nullable().describe('The first day on which it is no more.'),
  })
  .meta({ id: 'Commune' })

export const FormerCommune = z
  .object({
    code: z.string().nullable().describe('Null of a unit that was gone before July 2025.'),
    name: z.string(),
    district: z.string().nullable(),
    province: z.string(),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
  })
  .meta({ id: 'FormerCommune' })

export const FoundCommune = CommuneItem.extend({
  formerly: FormerCommune.extend({
    divided: z.boolean().describe('It became several communes, this one among them.'),
  })
    .nullable()
    .describe('The former name by which it was found.'),
}).meta({ id: 'FoundCommune' })

export const WholeCommune = CommuneItem.extend({
  formerly: z.array(FormerCommune).describe('What it was made from.'),
  now: z.array(CommuneItem).describe('What it is today; several where it was divided.'),
}).meta({ id: 'WholeCommune' })

export function communeOf(it: Commune): z.output<typeof CommuneItem> {
  return {
    code: it.code,
    name: it.full_name,
    kind: it.kind,
    district: it.district,
    province: it.province,
    provinceCode: it.province_code,
    validFrom: it.valid_from,
    validTo: it.valid_to,
  }
}

export function foundOf(it: Commune | PlaceFound): z.output<typeof FoundCommune> {
  const formerly = 'formerly' in it ? it.formerly : null
  return {
    ...communeOf(it),
    formerly: formerly && { ...formerOf(formerly), divided: formerly.divided },
  }
}

export function formerOf(it: FormerName): z.output<typeof FormerCommune> {
  return {
    code: it.code,
    name: it.full_name,
    district: it.district,
    province: it.province,
    validFrom: it.valid_from,
    validTo: it.valid_to,
  }
}

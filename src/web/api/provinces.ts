import { z } from 'zod'
import { listProvinces } from '#src/modules/places/index.ts'
import { endpoint } from './endpoint.ts'
import { at, Day, items } from './shapes.ts'

const Province = z
  .object({
    code: z.string(),
    name: z.string().describe('Tỉnh Ninh Bình'),
    kind: z.enum(['tinh', 'thanh_pho']),
    validFrom: Day,
    validTo: Day.nullable().describe('The first day on which it is no more.'),
  })
  .meta({ id: 'Province' })

export const provinces = endpoint({
  path: '/places/provinces',
  name: 'listProvinces',
  tag: 'places',
  summary: 'Provinces and centrally-run cities by code: 34 now, 63 before 1 July 2025',
  params: z.object({ at }),
  response: items(Province),
  answer: async ({ nation }, { at }) => {
    const found = await listProvinces(nation, at ? { at } : {})
    return {
      items: found.map(({ code, full_name: name, kind, valid_from, valid_to }) => {
        return { code, name, kind, validFrom: valid_from, validTo: valid_to }
      }),
    }
  },
})

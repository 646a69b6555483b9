import { z } from 'zod'
import { getCommune, listPredecessors, listSuccessors } from '#src/modules/places/index.ts'
import { communeOf, formerOf, WholeCommune } from './commune-shapes.ts'
import { endpoint } from './endpoint.ts'
import { at } from './shapes.ts'

export const commune = endpoint({
  path: '/places/communes/{code}',
  name: 'getCommune',
  tag: 'places',
  summary: 'The commune that bears this code on a day, what it was made from, what it is today',
  params: z.object({ code: z.string(), at }),
  response: WholeCommune,
  refuses: [404],
  answer: async ({ nation }, { code, at }) => {
    const asked = { code, ...(at && { at }) }
    const found = await getCommune(nation, { ...asked, field: 'code' })
    const [formerly, now] = await Promise.all([
      listPredecessors(nation, asked),
      listSuccessors(nation, { code, on: at ?? found.valid_from }),
    ])
    return { ...communeOf(found), formerly: formerly.map(formerOf), now: now.map(communeOf) }
  },
})

// A process of its own that books as fast as it can; the test of two servers runs two of them:
//   node rush.ts '{"url", "officeId", "key", "serviceDayId", "starts": […], "people": 100, "at"}'
// `starts` are the times asked for, in turn. Prints how many got a seat, and by which names the
// others were refused.
import { randomUUID } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import { openDatabase } from '#src/base/db.ts'
import { createSealer } from '#src/base/sealed.ts'
import { book, tally } from './booking.ts'

export type Rush = {
  url: string
  officeId: string
  key: string
  serviceDayId: string
  starts: string[]
  people: number
  /** The first person's number, so that no phone is asked for twice. */
  from: number
  at: string
}

const rush = JSON.parse(process.argv[2]!) as Rush
const database = openDatabase(rush.url, { max: 16 })
const ctx: Ctx = {
  db: database.forOffice(rush.officeId),
  officeId: rush.officeId,
  actor: { kind: 'citizen' },
  now: new Date(rush.at),
  sealer: createSealer(Buffer.from(rush.key, 'hex')),
}
const told = await tally(
  Array.from({ length: rush.people }, (_, i) =>
    book(ctx, rush.serviceDayId, rush.starts[i % rush.starts.length]!, {
      clientKey: randomUUID(),
      phone: `09${String(10_000_000 + rush.from + i)}`,
    }),
  ),
)
console.log(JSON.stringify(told))
await database.close()

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'

/** What a process of people who book is told to do. */
export type Asked = {
  /** The servers, taken in turn by the connections. */
  urls: string[]
  office: string
  /** Service days and times of the day, gone through in turn. */
  days: string[]
  starts: string[]
  connections: number
  seconds: number
  /** Ends when so many have asked, if sooner. */
  people?: number
  /** So many seats are held first; then only their bookings are timed, until all are booked. */
  heldBefore?: number
  /** The number of the first: nobody's phone and key are used twice. */
  first: number
  /** Posts once to a bare server instead. */
  bare?: boolean
}

const Told = z.object({
  elapsed: z.number(),
  answers: z.record(z.string(), z.number()),
  milliseconds: z.object({
    hold: z.array(z.number()),
    book: z.array(z.number()),
    both: z.array(z.number()),
  }),
})
export type Told = z.infer<typeof Told>

export async function bookingLoad(asked: Asked): Promise<Told> {
  const client = join(rootDir, 'bench/setting/booking-client.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [client, JSON.stringify(asked)], {
    maxBuffer: 2 ** 28,
  })
  return Told.parse(JSON.parse(stdout))
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'
import type { NationalDay, NationalDays } from './day.ts'

const Name = z.object({ vi: z.string().min(1), en: z.string().min(1) })
const Source = z.string().min(1)

const File = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      /** Where it was announced, unless the day itself names another place. */
      source: Source,
      off: z.array(
        z.object({ from: z.iso.date(), to: z.iso.date(), name: Name, source: Source.optional() }),
      ),
      /** A working day that is off, and the weekend day that is worked for it. */
      swaps: z.array(
        z.object({
          off: z.iso.date(),
          worked: z.iso.date(),
          occasion: Name,
          source: Source.optional(),
        }),
      ),
    }),
  ),
})

/** What the State has announced: data/calendar.json, read once when the program starts. */
export const announced = readAnnounced()

function readAnnounced(): { years: ReadonlySet<number>; days: NationalDays } {
  const text = readFileSync(join(rootDir, 'data', 'calendar.json'), 'utf8')
  const { years } = File.parse(JSON.parse(text))
  const days = new Map<string, NationalDay>()
  const known = { insteadOf: null, estimated: false }

  for (const year of years) {
    for (const { from, to, name, source = year.source } of year.off) {
      const last = Temporal.PlainDate.from(to)
      let date = Temporal.PlainDate.from(from)
      for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
        days.set(date.toString(), { ...known, kind: 'holiday', name, source })
    }
    for (const { off, worked, occasion, source = year.source } of year.swaps) {
      const name = {
        vi: `Nghỉ hoán đổi dịp ${occasion.vi}`,
        en: `Day off by exchange, ${occasion.en}`,
      }
      days.set(off, { ...known, kind: 'swapped', name, source })
      days.set(worked, {
        kind: 'make_up',
        name: { vi: `Làm bù dịp ${occasion.vi}`, en: `Make-up day, ${occasion.en}` },
        insteadOf: Temporal.PlainDate.from(off),
        estimated: false,
        source,
      })
    }
  }
  return { years: new Set(years.map(({ year }) => year)), days }
}

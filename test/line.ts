import { randomUUID } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import { setCounter, type Counter } from '#src/modules/offices/index.ts'
import { takeTicket, type NewTicket, type Ticket } from '#src/modules/queue/index.ts'
import { openServiceDay } from '#src/modules/service-days/index.ts'
import type { Desk } from './desk.ts'
import { hiredAs } from './office.ts'
import { planned, programme, type ProgrammeOf } from './planned.ts'

/** An open day with counters and an officer for each, on the morning of Friday 20/11/2026. */
export type OpenLine = {
  serviceDayId: string
  counters: Counter[]
  /** The officer of each counter, in the same order. */
  officers: Ctx[]
  citizen: Ctx
}

/** When the doors of these tests open. */
export const morning = new Date('2026-11-20T00:30:00Z')

/** The same world, so many minutes after the doors opened. */
export function minute(ctx: Ctx, minutes: number): Ctx {
  return { ...ctx, now: new Date(morning.getTime() + minutes * 60_000) }
}

export async function openLine(
  desk: Desk,
  { counters = 2, ...differs }: ProgrammeOf & { counters?: number } = {},
): Promise<OpenLine> {
  const programmeId = await programme(desk, {
    ...{ weekday: 5, from: '2026-11-20', to: '2026-11-21', capacity: null },
    ...differs,
  })
  const officer = minute(desk.officer, 0)
  const [day] = await planned(officer, programmeId, '2026-11-20')
  await openServiceDay(officer, { serviceDayId: day!.id })
  const system: Ctx = { ...officer, actor: { kind: 'system', job: 'test' } }
  const line: OpenLine = {
    ...{ serviceDayId: day!.id, counters: [], officers: [] },
    citizen: minute(desk.office, 0),
  }
  for (let number = 1; number <= counters; number++) {
    const name = `Quầy ${number}`
    line.counters.push(await setCounter(system, { number, name, inUse: true }))
    line.officers.push(minute(await colleague(desk, number), 0))
  }
  return line
}

const hired = new WeakMap<Desk, Map<number, Ctx>>()

/** One officer for each counter, for all tests of a file: hiring takes a password's time. */
async function colleague(desk: Desk, number: number): Promise<Ctx> {
  const known = hired.get(desk) ?? new Map<number, Ctx>()
  hired.set(desk, known)
  const officer = known.get(number) ?? (await hiredAs(desk.office, 'officer'))
  known.set(number, officer)
  return officer
}

/** Somebody takes a number so many minutes after the doors opened; a test says what differs. */
export async function comes(
  line: OpenLine,
  minutes = 0,
  differs: Partial<NewTicket> = {},
): Promise<Ticket> {
  return takeTicket(minute(line.citizen, minutes), {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, source: 'kiosk' },
    ...differs,
  })
}

/** A new key, and the day: what every command begins with. */
export function press(line: OpenLine): { clientKey: string; serviceDayId: string } {
  return { clientKey: randomUUID(), serviceDayId: line.serviceDayId }
}

import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { addVenue, setCounter } from '#src/modules/offices/index.ts'
import { callNext, takeTicket, type NewTicket, type Ticket } from '#src/modules/queue/index.ts'
import {
  addProgramme,
  listServiceDays,
  openServiceDay,
  planDays,
} from '#src/modules/service-days/index.ts'
import { createApp } from '#src/web/app.tsx'
import { endStreams } from '#src/web/live.ts'
import { writeNation } from './nation.ts'
import { hiredAs, useOffice, type TestOffice } from './office.ts'

/** A hall on the morning of a service day: its site over real HTTP, its counters, its line. */
export type Hall = {
  office: TestOffice
  url: string
  /** What the only clock of the house says. */
  now: Date
  dayId: string
  /** The day of the same programme on another date, planned up to Friday 27 November. */
  dayOn: (date: string) => Promise<string>
  /** By number, from 1. */
  counters: Record<number, string>
  open: () => Promise<void>
  system: () => Ctx
  /** Somebody takes a number. */
  take: (differs?: Partial<NewTicket>) => Promise<Ticket>
  /** The officer of this counter calls the next person. */
  call: (counter?: number) => Promise<string>
  stop: () => Promise<void>
}

/** Half past eight on Friday 20 November 2026; the day is planned, not open yet. */
export function useHall(): Hall {
  const office = useOffice()
  const hall = { office, now: new Date('2026-11-20T01:30:00Z'), counters: {} } as Hall
  const officers: Record<number, Ctx> = {}
  let server: ServerType | undefined
  hall.system = () => ({ ...office, now: hall.now, actor: { kind: 'system', job: 'test' } })
  beforeAll(async () => {
    await writeNation(office.owner)
    await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: office.owner }) }))
    const venue = await addVenue(hall.system(), { kind: 'hall', name: 'Hội trường Gôi' })
    for (const number of [1, 2, 3, 4]) {
      const counter = { number, name: `Quầy ${number}`, inUse: true }
      hall.counters[number] = (await setCounter(hall.system(), counter)).id
      officers[number] = await hiredAs(office, 'officer')
    }
    await addProgramme(officers[1]!, {
      nameVi: 'Ngày thứ 6 tại chỗ',
      nameEn: 'Friday on the spot',
      weekday: 5,
      venueId: venue.id,
      hours: {
        morning: { from: '07:30', to: '11:30' },
        afternoon: { from: '13:30', to: '17:00' },
      },
      officerIds: [],
      procedures: [
        { code: '1.004873', sameDay: false },
        { code: '2.000635', sameDay: true },
      ],
      partners: [],
      capacity: null,
      holidayPolicy: 'day_before',
      validFrom: Temporal.PlainDate.from('2026-01-01'),
      validTo: null,
    })
    await planDays(hall.system(), { until: Temporal.PlainDate.from('2026-11-27') })
    hall.dayId = await hall.dayOn('2026-11-20')
    const { database, sealer } = office
    const house = { database, sealer, publicUrl: 'http://taicho.test', now: () => hall.now }
    const app = createApp(house)
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (it: AddressInfo) =>
        resolve(it.port),
      )
    })
    hall.url = `http://127.0.0.1:${port}`
  })
  hall.dayOn = async (iso) => {
    const date = Temporal.PlainDate.from(iso)
    return (await listServiceDays(hall.system(), { from: date, to: date }))[0]!.id
  }
  hall.open = () => openServiceDay(hall.system(), { serviceDayId: hall.dayId })
  hall.take = (differs = {}) => {
    const { dayId: serviceDayId } = hall
    const ticket = { clientKey: randomUUID(), serviceDayId, source: 'kiosk' as const }
    return takeTicket({ ...office, now: hall.now }, { ...ticket, ...differs })
  }
  hall.call = async (counter = 1) => {
    const call = await callNext(
      { ...officers[counter]!, now: hall.now },
      {
        clientKey: randomUUID(),
        serviceDayId: hall.dayId,
        counterId: hall.counters[counter]!,
        finishCurrent: true,
      },
    )
    if (!call) throw new Error('nobody waits')
    return call.code
  }
  hall.stop = async () => {
    endStreams(office.database)
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  }
  afterAll(() => hall.stop())
  return hall
}

import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { addVenue, setAgencyDistance, setNeighbours } from '#src/modules/offices/index.ts'
import type { NewRequest } from '#src/modules/requests/index.ts'
import { communes, procedures, writeNation } from './nation.ts'
import { hiredAs, useOffice, type TestOffice } from './office.ts'

/** An office at work: places and procedures of its nation, an officer, a venue, distances, neighbours. */
export type Desk = { office: TestOffice; officer: Ctx; venueId: string }

/** How far, one way, in this office's tests. */
export const kilometres = { commune_police: 1, district: 2.5, province: 30 } as const

/** What a test file of the desk stands on; filled before its first test. */
export function useDesk(): Desk {
  const office = useOffice()
  const desk = { office } as Desk
  beforeAll(async () => {
    await writeNation(office.owner)
    desk.officer = await hiredAs(office, 'officer')
    const system: Ctx = { ...office, actor: { kind: 'system', job: 'test' } }
    const venue = await addVenue(system, { kind: 'hall', name: 'Hội trường Gôi' })
    desk.venueId = venue.id
    const from = Temporal.PlainDate.from('2020-01-01')
    for (const at of ['commune_police', 'district', 'province'] as const)
      await setAgencyDistance(system, { at, km: kilometres[at], from })
    await setNeighbours(system, [communes.hienKhanh, communes.tamThanh])
  })
  return desk
}

/** A woman of the commune who asks for something for herself; a test says what differs. */
export function need(differs: Partial<NewRequest> = {}): NewRequest {
  return {
    clientKey: randomUUID(),
    subject: {
      fullName: 'Nguyễn Thị A',
      birthYear: 1990,
      sex: 'female',
      phone: newPhone(),
      commune: communes.vuBan,
    },
    relation: 'self',
    came: 'in_person',
    procedureCode: procedures.certificate,
    ...differs,
  }
}

let given = 0

/** A phone that nobody else of the test file has. */
export function newPhone(): string {
  return `09${String(10_000_000 + ++given * 7919).slice(-8)}`
}

import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { appUrl } from '#src/base/db.ts'
import { raceForCopies } from '#test/copy-race.ts'
import { procedures, writeNation } from '#test/nation.ts'
import { useOffice } from '#test/office.ts'
import { useShelf } from '#test/papers/shelf.ts'

const office = useOffice()
const shelf = useShelf()
beforeAll(() => writeNation(office.owner))

test('five officers at once, four of their processes killed: every number once, nothing lost', async () => {
  const race = { copies: 60, officers: 5, kills: 4 }
  const raced = await raceForCopies({
    ...race,
    url: appUrl(office.owner.options.connectionString!, 'test'),
    key: randomBytes(32).toString('hex'),
    folder: shelf.folder,
    procedureCode: procedures.certificate,
    at: '2026-11-20T01:30:00Z',
  })
  expect(raced).toMatchObject({ copies: 60, officers: 5, killed: 4 })
  expect(raced).toMatchObject({ gaps: 0, twins: 0, lost: 0, lastNumber: 60 })
}, 120_000)

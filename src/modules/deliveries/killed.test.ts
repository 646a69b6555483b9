import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { createSealer } from '#src/base/sealed.ts'
import { runDeliveries } from '#test/delivery-run.ts'
import { useOffice } from '#test/office.ts'

const office = useOffice()

test('workers that are killed over services that go wrong send nothing twice and lose nothing', async () => {
  const key = randomBytes(32)
  const actor = { kind: 'system', job: 'test' } as const
  const ctx: Ctx = { ...office, actor, sealer: createSealer(key) }
  const databaseUrl = office.database.pool.options.connectionString ?? ''
  const figures = await runDeliveries(
    ctx,
    { databaseUrl, key: key.toString('hex') },
    {
      mix: { zalo: 120, zns: 60, sms: 80, facebook: 10, email: 30 },
      ...{ kills: 2, workers: 2, tokenSeconds: 2, chances: { seed: 7, chance: 0.05 } },
    },
  )

  const held = Object.values(figures.held).reduce((sum, count) => sum + count, 0)
  expect(figures).toMatchObject({
    ...{ messages: 300, kills: 2, arrivedTwice: 0, lost: 0, unsettled: 0 },
    refreshTokensUsedTwice: 0,
  })
  expect(figures.arrivedOnce + held).toBe(300)
  expect(Object.keys(figures.held).filter((why) => why !== 'may_have_arrived')).toEqual([])
  expect(held).toBeLessThan(60)
})

import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { useOffice } from '#test/office.ts'
import { inTransaction } from './ctx.ts'
import { openDatabase } from './db.ts'
import { announce, openLive } from './live.ts'

const office = useOffice()

test('a committed change is heard, also by another process, and only by who asked for it', async () => {
  const id = randomUUID()
  const other = openDatabase(String(office.database.pool.options.connectionString))
  const here = listenTo(office.database.live, id)
  const there = listenTo(other.live, id)
  const stranger = listenTo(office.database.live, randomUUID())
  await vi.waitFor(() => expect([here.heard(), there.heard()]).toEqual([1, 1]))

  await inTransaction(office, (ctx) => announce(ctx, 'queue', id))

  await vi.waitFor(() => expect([here.heard(), there.heard()]).toEqual([2, 2]))
  expect(stranger.heard()).toBeLessThanOrEqual(1)
  await other.close()
})

test('what was not committed is not told', async () => {
  const id = randomUUID()
  const here = listenTo(office.database.live, id)
  await vi.waitFor(() => expect(office.database.live.hearing()).toBe(true))
  const before = here.heard()

  await inTransaction(office, async (ctx) => {
    await announce(ctx, 'queue', id)
    throw new Error('changed my mind')
  }).catch(() => undefined)
  const marker = listenTo(office.database.live, 'marker')
  await inTransaction(office, (ctx) => announce(ctx, 'queue', 'marker'))

  await vi.waitFor(() => expect(marker.heard()).toBeGreaterThan(0))
  expect(here.heard()).toBe(before)
})

test('a lost connection is opened again, and everybody looks anew', async () => {
  const live = openLive(String(office.database.pool.options.connectionString))
  const turns: boolean[] = []
  live.onHearing((hearing) => turns.push(hearing))
  const here = listenTo(live, 'lost')
  await vi.waitFor(() => expect(here.heard()).toBe(1))

  await office.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`,
  )

  await vi.waitFor(() => expect(here.heard()).toBeGreaterThanOrEqual(2), 5000)
  expect(turns).toEqual([true, false, true])
  await live.close()
})

test('who stops listening hears nothing more', async () => {
  const here = listenTo(office.database.live, 'stopped')
  const other = listenTo(office.database.live, 'stopped')
  await vi.waitFor(() => expect(office.database.live.hearing()).toBe(true))
  here.stop()
  const before = here.heard()

  await inTransaction(office, (ctx) => announce(ctx, 'queue', 'stopped'))

  await vi.waitFor(() => expect(other.heard()).toBeGreaterThan(0))
  expect(here.heard()).toBe(before)
})

function listenTo(live: ReturnType<typeof openLive>, id: string) {
  let times = 0
  const stop = live.subscribe('queue', id, () => times++)
  return { heard: () => times, stop }
}

import { beforeAll, expect, test, vi } from 'vitest'
import { bookableDay, bookIt, counters, hold } from '#test/booking.ts'
import { useDesk } from '#test/desk.ts'

const sameForAll = Array.from({ length: 20 }, (_, i) => String(100_000 + i))
vi.mock('./new-code.ts', async (original) => ({
  ...(await original<typeof import('./new-code.ts')>()),
  newCodes: () => sameForAll,
}))

const desk = useDesk()
beforeAll(() => counters(desk, 20))

test('twenty people who are about to be given the same code get twenty codes', async () => {
  const { id, ctx } = await bookableDay(desk)
  const holds = await Promise.all(sameForAll.map(() => hold(ctx, id, '08:00')))

  const booked = await Promise.all(holds.map((it) => bookIt(ctx, it.token)))

  expect(booked.map((it) => it.code).toSorted()).toEqual(sameForAll)
})

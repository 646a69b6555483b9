import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sent } from '#src/outside/messages/driver.ts'
import { decide, type Tried } from './decide.ts'
import { pauseAfter, restAfter, usualPace } from './pace.ts'

const now = new Date('2026-11-20T01:30:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const hours = fc.integer({ min: 0, max: 200 })
const anyTried: fc.Arbitrary<Tried> = fc.record({
  failures: fc.integer({ min: 0, max: 100 }),
  firstTriedAt: hours.map(ago),
  pinnedSince: fc.option(hours.map(ago)),
  repeatsForHours: fc.constantFrom(0, 20),
  hasOther: fc.boolean(),
})
const anySent: fc.Arbitrary<Sent> = fc.oneof(
  fc.constant<Sent>({ outcome: 'accepted', ref: null }),
  fc.constant<Sent>({ outcome: 'unsure', why: 'slow' }),
  fc.record({
    outcome: fc.constant('later' as const),
    why: fc.constant('too_fast' as const),
    waitSeconds: fc.integer({ min: 0, max: 90_000 }),
  }),
  fc.constant<Sent>({ outcome: 'never', why: 'too_long' }),
  fc.constant<Sent>({ outcome: 'account', why: 'no_balance' }),
)
const chance = fc.double({ min: 0, max: 1, noNaN: true })

test('whatever is answered, nothing is lost, and what may have arrived is never asked of who would not know it', () => {
  fc.assert(
    fc.property(anyTried, anySent, chance, (tried, sent, chance) => {
      const it = decide(tried, sent, now, usualPace, chance)

      expect(it.state === 'failed').toBe(sent.outcome === 'never')
      expect(['accepted', 'delivered'].includes(it.state)).toBe(sent.outcome === 'accepted')
      expect(it.state === 'waiting').toBe(it.nextAt !== null)
      if (it.state === 'held' || it.state === 'failed') expect(it.why).not.toBeNull()
      const unsure = sent.outcome === 'unsure' || tried.pinnedSince !== null
      const undecided = ['unsure', 'later'].includes(sent.outcome)
      if (undecided && unsure) expect(it.pinnedSince).not.toBeNull()
      if (undecided && unsure && tried.repeatsForHours === 0) expect(it.state).toBe('held')
      if (it.nextAt) expect(it.nextAt.getTime()).toBeGreaterThanOrEqual(now.getTime())
    }),
  )
})

test('pauses grow, and differ by chance so that not all come back at once', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 50].map((failures) => pauseAfter(usualPace, failures, 0.5))
  expect(pauses).toEqual([30, 120, 600, 1800, 3600, 3600, 3600])
  expect(pauseAfter(usualPace, 1, 0)).toBe(24)
  expect(pauseAfter(usualPace, 1, 1)).toBe(36)
})

test('an account rests from the fifth failure in a row, each time twice as long, ten minutes at most', () => {
  const rests = [4, 5, 6, 7, 20, 1000].map((inRow) => restAfter(usualPace, inRow))
  expect(rests).toEqual([0, 15, 30, 60, 600, 600])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateWait, paceOf } from './estimate-wait.ts'

const minutes = (n: number) => n * 60

test('with nobody before and a counter free it is a matter of minutes', () => {
  const pace = { quick: minutes(8), slow: minutes(14) }
  expect(estimateWait(pace, { ahead: 0, counters: 1, busySeconds: [] })).toEqual({
    ...{ from: 0, to: 5 },
  })
})

test('two before and one at the counter, at eight to fourteen minutes each', () => {
  const pace = { quick: minutes(8), slow: minutes(14) }
  const line = { ahead: 2, counters: 1, busySeconds: [minutes(4)] }
  // At best 4 + 8 + 8, at worst 10 + 14 + 14.
  expect(estimateWait(pace, line)).toEqual({ from: 20, to: 40 })
  expect(estimateWait(pace, { ...line, counters: 2 })).toEqual({ from: 5, to: 15 })
})

test('three people served say how long serving takes: the middle half of them', () => {
  expect(paceOf([60, 120])).toBeNull()
  expect(paceOf([300, 100, 200])).toEqual({ quick: 150, slow: 250 })
})

const pace = fc
  .tuple(fc.integer({ min: 1, max: 7200 }), fc.integer({ min: 0, max: 7200 }))
  .map(([quick, more]) => ({ quick, slow: quick + more }))
const line = fc.record({
  ahead: fc.integer({ min: 0, max: 60 }),
  counters: fc.integer({ min: 0, max: 12 }),
  busySeconds: fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 12 }),
})

test('from is never more than to, in whole steps of five minutes', () => {
  fc.assert(
    fc.property(pace, line, (pace, line) => {
      const { from, to } = estimateWait(pace, line)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeGreaterThan(from)
      expect([from % 5, to % 5]).toEqual([0, 0])
    }),
  )
})

test('more people before never shorten the wait', () => {
  fc.assert(
    fc.property(pace, line, fc.integer({ min: 1, max: 20 }), (pace, line, more) => {
      const now = estimateWait(pace, line)
      const then = estimateWait(pace, { ...line, ahead: line.ahead + more })
      expect(then.from).toBeGreaterThanOrEqual(now.from)
      expect(then.to).toBeGreaterThanOrEqual(now.to)
    }),
  )
})

test('more counters never lengthen the wait', () => {
  fc.assert(
    fc.property(pace, line, fc.integer({ min: 1, max: 8 }), (pace, line, more) => {
      const now = estimateWait(pace, line)
      const then = estimateWait(pace, { ...line, counters: line.counters + more })
      expect(then.from).toBeLessThanOrEqual(now.from)
      expect(then.to).toBeLessThanOrEqual(now.to)
    }),
  )
})

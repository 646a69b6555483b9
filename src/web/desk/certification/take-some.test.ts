import { expect, test } from 'vitest'
import { mostAtOnce, takeSome } from './take-some.ts'

test('one press takes so many, the next the rest, none twice', () => {
  const ids = Array.from({ length: mostAtOnce * 2 + 5 }, (_, i) => `copy ${i}`)
  const first = takeSome([...ids, ...ids])
  expect(first.now).toHaveLength(mostAtOnce)
  const second = takeSome(first.later)
  const third = takeSome(second.later)
  expect([...first.now, ...second.now, ...third.now]).toEqual(ids)
  expect(third.later).toEqual([])
})

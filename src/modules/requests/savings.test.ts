import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSavings, type Seat, type Ways } from './savings.ts'

function ways(seat: Seat, differs: Partial<Ways> = {}): Ways {
  return {
    authorities: [{ name: 'Công an tỉnh', nameEn: 'Police of the province', seat }],
    filed: 'online',
    delivered: 'desk',
    km: { commune_police: 1, district: 2.5, province: 30, capital: 100 },
    speedKmh: 30,
    minutesPerVisit: 60,
    ...differs,
  }
}

test('filed online and collected at the desk spares both ways to the province', () => {
  const { trips, km, minutes, parts } = countSavings(ways('province'))
  // Twice 60 km there and back; each is two hours on the road and an hour at the counter.
  expect({ trips, km, minutes }).toEqual({ trips: 2, km: 120, minutes: 360 })
  expect(parts).toEqual([
    {
      leg: 'file',
      authority: { vi: 'Công an tỉnh', en: 'Police of the province' },
      seat: 'province',
      spared: true,
      why: 'filed_online',
      km: 60,
      minutes: 180,
    },
    expect.objectContaining({ leg: 'collect', spared: true, why: 'result_at_desk', km: 60 }),
  ])
})

test.each<[string, Partial<Ways>, number, string[]]>([
  ['not filed yet', { filed: null, delivered: null }, 0, ['not_yet', 'not_yet']],
  ['filed, no result yet', { delivered: null }, 1, ['filed_online', 'not_yet']],
  ['went to file, collected here', { filed: 'in_person' }, 1, ['went_anyway', 'result_at_desk']],
  ['collected at the authority', { delivered: 'authority' }, 1, ['filed_online', 'went_anyway']],
  ['all by post', { filed: 'post', delivered: 'post' }, 2, ['filed_by_post', 'result_by_post']],
  ['electronic result', { delivered: 'electronic' }, 2, ['filed_online', 'result_electronic']],
])('%s', (_, differs, trips, why) => {
  const counted = countSavings(ways('district', differs))
  expect(counted.trips).toBe(trips)
  expect(counted.km).toBe(5 * trips)
  expect(counted.parts.map((part) => part.why)).toEqual(why)
})

test('what is decided in the commune itself spares no way', () => {
  const { trips, km, minutes, parts } = countSavings(ways('commune'))
  expect({ trips, km, minutes }).toEqual({ trips: 0, km: 0, minutes: 0 })
  expect(parts.map((part) => part.why)).toEqual(['same_place', 'same_place'])
})

test('where no distance is set the trip counts, with the time at the counter only', () => {
  const { trips, km, minutes, parts } = countSavings(ways('capital', { km: {} }))
  expect({ trips, km, minutes }).toEqual({ trips: 2, km: 0, minutes: 120 })
  expect(parts[0]!.km).toBeNull()
})

test('the sums are those of the parts that were spared, whatever the ways', () => {
  const seat = fc.constantFrom<Seat>('commune', 'commune_police', 'district', 'province', 'capital')
  fc.assert(
    fc.property(
      fc.array(seat, { maxLength: 4 }),
      fc.constantFrom('online', 'post', 'in_person', null),
      fc.constantFrom('desk', 'post', 'electronic', 'authority', null),
      fc.double({ min: 0, max: 900, noNaN: true }),
      (seats, filed, delivered, province) => {
        const counted = countSavings(
          ways('province', {
            authorities: seats.map((it) => ({ name: it, nameEn: it, seat: it })),
            filed,
            delivered,
            km: { commune_police: 1, province },
          }),
        )
        const spared = counted.parts.filter((part) => part.spared)
        expect(counted.parts).toHaveLength(2 * seats.length)
        expect(counted.trips).toBe(spared.length)
        expect(counted.minutes).toBe(spared.reduce((sum, part) => sum + part.minutes, 0))
        expect(counted.km).toBeCloseTo(
          spared.reduce((sum, part) => sum + (part.km ?? 0), 0),
          1,
        )
        expect(counted.trips === 0 || counted.minutes > 0).toBe(true)
      },
    ),
  )
})

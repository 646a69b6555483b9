import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minuteOf } from './clock.ts'
import { freeTimesOf, type DayFrame, type TakenSeat } from './day-frame.ts'

const quarter = fc.nat(23)
const taken = fc.record({ lane: fc.integer({ min: 1, max: 4 }), from: quarter, long: fc.nat(3) })

test('a time said to be free has a free counter throughout, within the hours and within what may be booked', () => {
  fc.assert(
    fc.property(
      fc.array(taken),
      fc.nat(3),
      fc.nat(700),
      fc.nat(1500),
      (wishes, long, notBefore, room) => {
        const seats = seatsOf(wishes)
        const frame = frameOf(seats, room)
        const minutes = (long + 1) * 15
        const wanted = { slotMinutes: 15, minutes, people: 1, notBefore }

        const found = freeTimesOf(frame, wanted).map((it) => [minuteOf(it.start), it.lanes])

        const left = room - seats.reduce((sum, [, from, to]) => sum + to - from, 0)
        const expected = []
        for (const [from, to] of [
          [450, 690],
          [810, 1020],
        ] as const)
          for (let at = from; at + minutes <= to; at += 15) {
            const lanes = [1, 2, 3].filter(
              (lane) => !seats.some((it) => it[0] === lane && it[1] < at + minutes && it[2] > at),
            )
            const most = Math.min(lanes.length, Math.floor(left / minutes))
            if (at >= notBefore && most > 0) expected.push([at, most])
          }
        expect(found).toEqual(expected)
      },
    ),
  )
})

/** Seats that do not overlap, some on a fourth lane, which was closed meanwhile. */
function seatsOf(wishes: { lane: number; from: number; long: number }[]): TakenSeat[] {
  const seats: TakenSeat[] = []
  for (const { lane, from, long } of wishes) {
    const begins = 450 + from * 15
    const ends = begins + (long + 1) * 15
    if (!seats.some((it) => it[0] === lane && it[1] < ends && it[2] > begins))
      seats.push([lane, begins, ends, 1])
  }
  return seats
}

function frameOf(seats: TakenSeat[], bookableMinutes: number): DayFrame {
  return {
    serviceDayId: '',
    date: Temporal.PlainDate.from('2026-11-27'),
    state: 'planned',
    venueId: '',
    venueName: '',
    sessions: [
      { from: 450, to: 690 },
      { from: 810, to: 1020 },
    ],
    lanes: 3,
    bookableMinutes,
    bookablePeople: null,
    seats,
  }
}

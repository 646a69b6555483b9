import { describe, expect, test } from 'vitest'
import { isAhead, momentOf } from './day-moment.ts'

const day = {
  date: Temporal.PlainDate.from('2026-11-20'),
  state: 'planned' as const,
  hours: {
    morning: { from: '07:30', to: '11:30' },
    afternoon: { from: '13:30', to: '17:00' },
  },
}
const at = (clock: string, date = '2026-11-20') => new Date(`${date}T${clock}+07:00`)

describe('where a service day stands', () => {
  test('by the clock of Việt Nam, not of the server', () => {
    expect(momentOf(day, new Date('2026-11-19T16:59:00Z'))).toEqual({ kind: 'ahead' })
    expect(momentOf(day, new Date('2026-11-19T17:01:00Z'))).toEqual({ kind: 'opens', at: '07:30' })
  })

  test('a day that nobody has opened is only said to be today, and over after its hours', () => {
    expect(momentOf(day, at('07:30'))).toEqual({ kind: 'today' })
    expect(momentOf(day, at('11:30'))).toEqual({ kind: 'opens', at: '13:30' })
    expect(momentOf(day, at('17:00'))).toEqual({ kind: 'over' })
  })

  test('an open day is open until the end of its span, at lunch until it opens again', () => {
    const open = { ...day, state: 'open' as const }
    expect(momentOf(open, at('07:10'))).toEqual({ kind: 'open', until: '11:30' })
    expect(momentOf(open, at('11:29'))).toEqual({ kind: 'open', until: '11:30' })
    expect(momentOf(open, at('11:30'))).toEqual({ kind: 'lunch', at: '13:30' })
    expect(momentOf(open, at('17:40'))).toEqual({ kind: 'open', until: null })
  })

  test('a day that was left open overnight is over', () => {
    expect(momentOf({ ...day, state: 'open' }, at('08:00', '2026-11-21'))).toEqual({ kind: 'over' })
  })

  test('nobody may still come on a closed or cancelled day', () => {
    for (const state of ['closed', 'cancelled'] as const)
      expect(isAhead(momentOf({ ...day, state }, at('08:00')))).toBe(false)
  })
})

import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { writeCalendarFile, type CalendarEvent } from './calendar-file.ts'

const event: CalendarEvent = {
  uid: '0199-hen@taicho.test',
  madeAt: new Date('2026-11-20T01:30:00Z'),
  bookedAt: new Date('2026-11-20T01:29:58Z'),
  start: new Date('2026-11-27T01:30:00Z'),
  end: new Date('2026-11-27T01:45:00Z'),
  title: 'Bộ phận Một cửa xã Vụ Bản, 8 giờ 30',
  place: 'Hội trường UBND xã Vụ Bản; cổng chính, bên trái',
  about: 'Mã hẹn: 123456\nMang căn cước, giấy khai sinh',
  url: 'https://taicho.test/vu-ban/hen/abc',
  cancelled: false,
}

/** As an independent reader of RFC 5545 understands the file. */
function readBack(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as [])
  const read = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  return { calendar, read, status: read.component.getFirstPropertyValue('status') }
}

test('a telephone reads the time, the place and what to bring out of the file', () => {
  const { read, status } = readBack(writeCalendarFile(event))

  expect(read.uid).toBe(event.uid)
  expect(read.startDate.toJSDate()).toEqual(event.start)
  expect(read.endDate.toJSDate()).toEqual(event.end)
  expect(read.summary).toBe(event.title)
  expect(read.location).toBe(event.place)
  expect(read.description).toBe(event.about)
  expect(status).toBe('CONFIRMED')
})

test('it reminds two hours before, unless the appointment was cancelled', () => {
  const alarms = (it: CalendarEvent) =>
    readBack(writeCalendarFile(it)).read.component.getAllSubcomponents('valarm')
  const [alarm] = alarms(event)

  expect(String(alarm!.getFirstPropertyValue('trigger'))).toBe('-PT2H')
  expect(alarms({ ...event, cancelled: true })).toEqual([])
  expect(readBack(writeCalendarFile({ ...event, cancelled: true })).status).toBe('CANCELLED')
})

test('a file that is fetched after a change is newer than the one before, as a calendar wants to be told', () => {
  const later = { ...event, madeAt: new Date('2026-11-21T01:30:00Z'), cancelled: true }

  expect(readBack(writeCalendarFile(event)).read.sequence).toBe(2)
  expect(readBack(writeCalendarFile(later)).read.sequence).toBe(86_402)
})

test('whatever the words are, they are read back, on lines of at most 75 octets', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 300 }).map(plain)
  fc.assert(
    fc.property(words, words, words, (title, place, about) => {
      const file = writeCalendarFile({ ...event, title, place, about })
      const lines = file.split('\r\n')

      expect(lines.at(-1)).toBe('')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
      }
      const { read } = readBack(file)
      expect([read.summary, read.location, read.description]).toEqual([title, place, about])
    }),
  )
})

/** Text as people write it: RFC 5545 has no control characters but the line break. */
function plain(text: string): string {
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
}

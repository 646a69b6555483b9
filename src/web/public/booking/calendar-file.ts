/** An appointment as a telephone's calendar keeps it. */
export type CalendarEvent = {
  /** The same for ever: a file opened again changes the entry instead of adding one. */
  uid: string
  madeAt: Date
  /** When the appointment was made: what was written later takes the place of what was before. */
  bookedAt: Date
  start: Date
  end: Date
  title: string
  place: string
  about: string
  url: string
  cancelled: boolean
}

/** How long before it the telephone reminds. */
const reminder = '-PT2H'

/**
 * The file behind "add to my calendar" (RFC 5545): one event, its times in UTC, so that no telephone
 * has to know a time zone; lines end in CRLF and are folded at 75 octets.
 */
export function writeCalendarFile(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tai Cho//Appointments//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.madeAt)}`,
    `SEQUENCE:${sequence(event)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.place)}`,
    `DESCRIPTION:${escaped(event.about)}`,
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(event.cancelled ? [] : alarm(event.title)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/**
 * Section 3.8.7.4: a telephone takes over a change only when this number has grown. The appointment,
 * its day and its venue may each have changed; so every second has a number of its own.
 */
function sequence({ madeAt, bookedAt }: CalendarEvent): number {
  return Math.max(0, Math.floor((madeAt.getTime() - bookedAt.getTime()) / 1000))
}

function alarm(title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${reminder}`,
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
  ]
}

/** `20261127T013000Z`. */
function utc(instant: Date): string {
  return instant.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
}

/** Section 3.3.11: a backslash before backslash, comma and semicolon; a line break is `\n`. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')
}

/** Section 3.1: at most 75 octets a line, the next beginning with a space; no letter is cut in two. */
function folded(line: string): string {
  let octets = 0
  let out = ''
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += size
  }
  return out
}

import { words, type Lang } from '#src/words/index.ts'
import type { Bookings, LineCounted, LineFigures, LineNeed } from './line-figures.ts'
import type { CellKind, CellValue, Column, Sheet } from './sheet.ts'

/** The figures of the line as tables, the whole period first. Durations are minutes with one decimal. */
export function lineSheets(figures: LineFigures, lang: Lang): Sheet[] {
  const { sheets, columns, booked, walkIn, all, hour, needs } = words[lang].lineFigures
  const needName = (need: LineNeed) =>
    need.kind === 'procedure' ? need.officialName[lang] : needs[need.kind]
  return [
    {
      name: sheets.overview,
      columns: [text('', 20), ...countedColumns(lang), ...bookingColumns(lang)],
      rows: [
        [all, ...countedCells(figures.total), ...bookingCells(figures.total)],
        [booked, ...countedCells(figures.byBooking.booked), null, null, null],
        [walkIn, ...countedCells(figures.byBooking.walkIn), null, null, null],
      ],
    },
    daysSheet(figures, lang),
    {
      name: sheets.hours,
      columns: [text(columns.hour, 18), ...countedColumns(lang), ...bookingColumns(lang)],
      rows: figures.hours.map((it) => [
        hour({ hour: it.hour }),
        ...countedCells(it),
        ...bookingCells(it),
      ]),
    },
    {
      name: sheets.needs,
      columns: [text(columns.code, 14), text(columns.need, 48), ...countedColumns(lang)],
      rows: figures.needs.map((it) => [
        it.need.kind === 'procedure' ? it.need.code : '',
        needName(it.need),
        ...countedCells(it),
      ]),
    },
    {
      name: sheets.months,
      columns: [column(columns.month, 'month'), ...countedColumns(lang), ...bookingColumns(lang)],
      rows: figures.months.map((it) => [it.firstDay, ...countedCells(it), ...bookingCells(it)]),
    },
  ]
}

/** A line for each service day. */
export function daysSheet(figures: LineFigures, lang: Lang): Sheet {
  const { sheets, columns } = words[lang].lineFigures
  return {
    name: sheets.days,
    columns: [
      column(columns.day, 'date'),
      ...countedColumns(lang),
      ...bookingColumns(lang),
      column(columns.counters, 'count'),
    ],
    rows: figures.days.map((it) => [
      it.date,
      ...countedCells(it),
      ...bookingCells(it),
      it.counters,
    ]),
  }
}

const text = (header: string, width: number): Column => ({ header, kind: 'text', width })
const column = (header: string, kind: CellKind): Column => ({ header, kind, width: 14 })

function countedColumns(lang: Lang): Column[] {
  const { columns } = words[lang].lineFigures
  return [
    ...[columns.visits, columns.booked, columns.served].map((it) => column(it, 'count')),
    ...[columns.absent, columns.gaveUp, columns.sentElsewhere].map((it) => column(it, 'count')),
    column(columns.waitedMinutes, 'decimal'),
    column(columns.waited90Minutes, 'decimal'),
    column(columns.serviceMinutes, 'decimal'),
    column(columns.service90Minutes, 'decimal'),
  ]
}

function countedCells(it: LineCounted): CellValue[] {
  return [
    ...[it.visits, it.booked, it.served, it.absent, it.gaveUp, it.sentElsewhere],
    ...[it.waited.median, it.waited.ninetieth, it.service.median, it.service.ninetieth].map(
      (seconds) => (seconds === null ? null : Math.round(seconds / 6) / 10),
    ),
  ]
}

function bookingColumns(lang: Lang): Column[] {
  const { columns } = words[lang].lineFigures
  return [columns.people, columns.came, columns.noShows].map((it) => column(it, 'count'))
}

function bookingCells({ people, came, noShows }: Bookings): CellValue[] {
  return [people, came, noShows.count]
}

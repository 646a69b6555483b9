import { words, type Lang, type Words } from '#src/words/index.ts'
import { overviewSheet } from './overview-sheet.ts'
import type { Report } from './report.ts'
import type { CellKind, Column, Sheet } from './sheet.ts'
import { summarySheet } from './summary-sheet.ts'

type Said = Words['reports']

/** The whole report as tables, the overview first. */
export function reportSheets(report: Report, lang: Lang): Sheet[] {
  const said = words[lang].reports
  return [
    overviewSheet(report, lang),
    crossSheet(report, lang, said),
    rowsSheet(report, lang),
    homesSheet(report, lang, said),
    monthsSheet(report, said),
    serviceDaysSheet(report, lang, said),
    ratingsSheet(report, lang, said),
    summarySheet(report.summary, lang),
  ]
}

/** The article's table, one line a combination, without totals: made to be sorted and summed. */
export function rowsSheet(report: Report, lang: Lang): Sheet {
  const { sheets, columns } = words[lang].reports
  return {
    name: sheets.rows,
    columns: [
      text(columns.procedureCode, 14),
      text(columns.procedure, 36),
      text(columns.officialName, 48),
      text(columns.authority, 32),
      text(columns.homeKind, 20),
      text(columns.came, 20),
      text(columns.outcome, 24),
      count(columns.requests),
      count(columns.filed),
      count(columns.finished),
      count(columns.onTime),
      count(columns.withDue),
      count(columns.firstTimeRight),
      count(columns.judged),
      count(columns.byProxy),
      count(columns.trips),
      number(columns.km, 'decimal'),
      number(columns.hours, 'decimal'),
    ],
    rows: report.rows.map((row) => [
      row.procedure.code,
      row.procedure.label[lang],
      row.procedure.officialName[lang],
      row.authority.label[lang],
      row.homeKind.label[lang],
      row.came.label[lang],
      row.outcome.label[lang],
      row.requests,
      row.filed,
      row.finished,
      row.onTime.count,
      row.onTime.of,
      row.firstTimeRight.count,
      row.firstTimeRight.of,
      row.byProxy,
      row.saved.trips,
      row.saved.km,
      row.saved.hours,
    ]),
  }
}

function crossSheet({ cross }: Report, lang: Lang, { sheets, columns }: Said): Sheet {
  return {
    name: sheets.cross,
    columns: [
      text(columns.procedure, 40),
      ...cross.columns.map((column) => count(column.label[lang], 24)),
      count(columns.total),
    ],
    rows: [
      ...cross.lines.map((line, i) => [line.label[lang], ...cross.cells[i]!, line.total]),
      [columns.total, ...cross.columns.map((column) => column.total), cross.total],
    ],
  }
}

function homesSheet({ homes }: Report, lang: Lang, { sheets, columns }: Said): Sheet {
  return {
    name: sheets.homes,
    columns: [
      text(columns.homeKind, 20),
      text(columns.province, 28),
      text(columns.commune, 28),
      text(columns.procedure, 40),
      count(columns.requests),
    ],
    rows: homes.flatMap((home) =>
      home.procedures.map((procedure) => [
        words[lang].requests.homes[home.kind],
        home.province,
        home.commune,
        procedure.label[lang],
        procedure.requests,
      ]),
    ),
  }
}

function monthsSheet({ months }: Report, { sheets, columns }: Said): Sheet {
  return {
    name: sheets.months,
    columns: [number(columns.month, 'month'), count(columns.requests)],
    rows: months.map((month) => [month.firstDay, month.requests]),
  }
}

function serviceDaysSheet(report: Report, lang: Lang, { sheets, columns }: Said): Sheet {
  return {
    name: sheets.serviceDays,
    columns: [
      number(columns.date, 'date'),
      text(columns.programme, 36),
      text(columns.state, 16),
      count(columns.requests),
      count(columns.officers),
      count(columns.capacity),
      text(columns.reason, 48),
    ],
    rows: report.serviceDays.map((day) => [
      day.date,
      day.programme[lang],
      day.stateLabel[lang],
      day.requests,
      day.officers,
      day.capacity,
      day.reason,
    ]),
  }
}

function ratingsSheet({ ratings }: Report, lang: Lang, { sheets, columns }: Said): Sheet {
  return {
    name: sheets.ratings,
    columns: [
      text(columns.question, 32),
      number(columns.average, 'decimal', 24),
      ...[1, 2, 3, 4, 5].map((stars) => count(columns.stars({ count: stars }))),
    ],
    rows: ratings.questions.map((it) => [it.label[lang], it.average, ...it.stars]),
  }
}

function text(header: string, width: number): Column {
  return { header, kind: 'text', width }
}

function count(header: string, width = 14): Column {
  return { header, kind: 'count', width }
}

function number(header: string, kind: CellKind, width = 14): Column {
  return { header, kind, width }
}

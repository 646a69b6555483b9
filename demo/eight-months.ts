import type { DemoRequest } from './live-through.ts'

/**
 * May to December 2024 at thị trấn Gôi, generated from the totals that the newspaper published
 * (baonamdinh.vn, April 2025): 27 requests, of which 11 criminal-record certificates, 2
 * marital-status certificates for people in TP. Hồ Chí Minh and Lai Châu, 2 civil-status extracts,
 * 8 driving licences, 4 passports. Days, people and outcomes between are invented.
 */
export function eightMonths(): DemoRequest[] {
  const weeks = (count: number, first: number, step: number) =>
    Array.from({ length: count }, (_, i) => first + i * step)
  const made: DemoRequest[] = [
    ...weeks(11, 0, 3).map((week, i): DemoRequest => ({
      ...{ week, code: '2.000488', came: 'in_person' },
      home: i % 4 === 3 ? 'tam_thanh' : 'goi',
      course: i === 4 ? 'late' : i === 7 ? 'supplemented' : 'straight',
    })),
    {
      week: 9,
      code: '1.004873',
      came: 'by_relative',
      relation: 'mother',
      home: 'ho_chi_minh',
      course: 'straight',
    },
    { week: 21, code: '1.004873', came: 'remote', home: 'lai_chau', course: 'straight' },
    ...weeks(2, 4, 13).map((week): DemoRequest => ({
      ...{ week, code: '2.000635', came: 'in_person', home: 'goi', course: 'straight' },
    })),
    ...weeks(8, 1, 4).map((week, i): DemoRequest => ({
      ...{ week, code: '1.002809', came: 'in_person' },
      home: i % 3 === 2 ? 'minh_tan' : 'goi',
      course: i === 5 ? 'supplemented' : 'straight',
    })),
    ...weeks(4, 2, 8).map((week, i): DemoRequest => ({
      ...{ week, code: '1.001456', came: i === 3 ? 'appointment' : 'in_person', home: 'goi' },
      course: i === 1 ? 'supplemented' : 'straight',
    })),
  ]
  return made.sort((a, b) => a.week - b.week)
}

import type { Received } from './received.ts'

const record = {
  procedureCode: '2.000488',
  procedureName: 'Phiếu lý lịch tư pháp',
  authorityKey: 'so_tu_phap',
  authorityName: 'Sở Tư pháp',
}
const marriage = {
  procedureCode: '1.004873',
  procedureName: 'Xác nhận tình trạng hôn nhân',
  authorityKey: 'ubnd_xa',
  authorityName: 'Ủy ban nhân dân xã, phường, thị trấn',
}
const extract = { ...marriage, procedureCode: '2.000635', procedureName: 'Trích lục hộ tịch' }
const licence = {
  procedureCode: '1.002809',
  procedureName: 'Đổi giấy phép lái xe',
  authorityKey: 'so_gtvt',
  authorityName: 'Sở Giao thông vận tải',
}
const passport = {
  procedureCode: '1.001456',
  procedureName: 'Hộ chiếu phổ thông',
  authorityKey: 'cong_an_tinh',
  authorityName: 'Công an tỉnh',
}
const done = { status: 10, trips: 2, km: 30.5, minutes: 100 }

/**
 * May to December 2024 as the article counts them: 27 requests, 11 criminal records, 2 marriage
 * statuses for people in Ho Chi Minh City and Lai Châu, 2 extracts, 8 licences, 4 passports.
 */
export const eightMonths: readonly Received[] = [
  ...times(11, (i) => ({ ...record, ...done, ...on(i), came: 'in_person' as const })),
  {
    ...marriage,
    ...done,
    ...on(3),
    came: 'by_relative',
    homeKind: 'other_province',
    homeProvince: 'Thành phố Hồ Chí Minh',
  },
  {
    ...marriage,
    ...done,
    ...on(20),
    came: 'remote',
    homeKind: 'other_province',
    homeProvince: 'Tỉnh Lai Châu',
  },
  ...times(2, (i) => ({
    ...extract,
    ...done,
    ...on(i * 7),
    homeKind: 'neighbour' as const,
    homeCommune: 'Xã Tam Thanh',
  })),
  ...times(8, (i) => ({ ...licence, ...done, ...on(i * 4) })),
  ...times(4, (i) => ({ ...passport, ...done, ...on(i * 8) })),
]

function times(count: number, make: (i: number) => Received): Received[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

/** The week's Friday, from 3 May 2024 on; the result a week later, on the day that it is due. */
function on(week: number): { receivedOn: string; dueOn: string; resultOn: string } {
  const friday = Temporal.PlainDate.from('2024-05-03').add({ weeks: week })
  const later = friday.add({ weeks: 1 }).toString()
  return { receivedOn: friday.toString(), dueOn: later, resultOn: later }
}

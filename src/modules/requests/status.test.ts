import { expect, test } from 'vitest'
import { words } from '#src/words/index.ts'
import { allStatuses, isEnd, isStatus, mayFollow, stopsClock } from './status.ts'

test('each of the hundred steps between two statuses is allowed or not, as the table says', () => {
  const allowed = allStatuses.flatMap((from) =>
    allStatuses.filter((to) => mayFollow(from, to)).map((to) => `${from}→${to}`),
  )
  expect(allowed).toEqual([
    ...['1→2', '1→3', '1→7'],
    ...['2→4'],
    ...['4→5', '4→6', '4→7', '4→8', '4→9'],
    ...['5→4', '5→7', '5→8'],
    ...['6→4', '6→7', '6→8'],
    ...['9→10'],
  ])
})

test('it ends with not received, withdrawn, stopped or handed over', () => {
  expect(allStatuses.filter(isEnd)).toEqual([3, 7, 8, 10])
})

test('the clock stands still only while papers or a payment are awaited', () => {
  expect(allStatuses.map(stopsClock)).toEqual([
    ...[null, null, null, null],
    ...['supplement', 'payment'],
    ...[null, null, null, null],
  ])
})

test('there are ten, each with its national name', () => {
  expect([0, 1, 10, 11, 1.5].map(isStatus)).toEqual([false, true, true, false, false])
  expect(allStatuses.map((status) => words.vi.requests.statuses[status])).toEqual([
    'Mới đăng ký',
    'Được tiếp nhận',
    'Không được tiếp nhận',
    'Đang xử lý',
    'Yêu cầu bổ sung giấy tờ',
    'Yêu cầu thực hiện nghĩa vụ tài chính',
    'Công dân yêu cầu rút hồ sơ',
    'Dừng xử lý',
    'Đã xử lý xong',
    'Đã trả kết quả',
  ])
})

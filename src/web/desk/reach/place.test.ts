import { inflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { hamletIn } from '../heard-fields.tsx'
import { qrPng } from './qr-png.ts'

const hamlets = ['Thôn Đông', 'Xóm Trại Gôi', 'Tổ dân phố 3'].map((name) => ({
  ...{ id: name, name, households: null },
}))

test.each([
  ['Thôn Đông, Vụ Bản, Ninh Bình', 'Thôn Đông'],
  ['thon dong, xa Vu Ban', 'Thôn Đông'],
  ['Trại Gôi, Thị trấn Gôi, Vụ Bản, Nam Định', 'Xóm Trại Gôi'],
  ['TDP 3, Thị trấn Gôi', 'Tổ dân phố 3'],
  ['Thôn Đông Hạ, Vụ Bản', undefined],
  ['Vụ Bản, Thôn Đông', undefined],
  ['', undefined],
])('the hamlet of “%s” on a card is %s', (residence, hamlet) => {
  expect(hamletIn(residence, hamlets)).toBe(hamlet)
})

test('a PNG holds the very squares of the code, with a white edge', () => {
  const text = 'https://dich-vu.example/vu-ban/d/h7k2m'
  const png = qrPng(text)
  const side = png.readUInt32BE(16)
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  const dots = side / size
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const width = rows.length / side
  const dark = (x: number, y: number) => (rows[y * width + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0
  const read = data.map((row, y) =>
    row.map((_, x) => dark(x * dots + dots / 2, y * dots + dots / 2)),
  )
  expect(read).toEqual(data)
  expect(dark(0, 0)).toBe(false)
})

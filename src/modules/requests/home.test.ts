import { expect, test } from 'vitest'
import { useDesk } from '#test/desk.ts'
import { communes } from '#test/nation.ts'
import { judgeHome } from './home.ts'

const desk = useDesk()

async function home(commune: keyof typeof communes, on: string) {
  const judged = await judgeHome(desk.office, {
    commune: communes[commune],
    on: Temporal.PlainDate.from(on),
  })
  return judged && [judged.kind, judged.commune.full_name, judged.province.name]
}

test.each<[string, keyof typeof communes, string, string[]]>([
  ['the commune itself', 'vuBan', '2026-11-20', ['this_commune', 'Xã Vụ Bản', 'Tỉnh Ninh Bình']],
  ['a neighbour', 'hienKhanh', '2026-11-20', ['neighbour', 'Xã Hiển Khánh', 'Tỉnh Ninh Bình']],
  [
    'elsewhere in the province',
    'hoaLu',
    '2026-11-20',
    ['same_province', 'Phường Hoa Lư', 'Tỉnh Ninh Bình'],
  ],
  [
    'the South',
    'saiGon',
    '2026-11-20',
    ['other_province', 'Phường Sài Gòn', 'Thành phố Hồ Chí Minh'],
  ],
  [
    'Gôi by its old name, which is this commune now',
    'goi',
    '2026-11-20',
    ['this_commune', 'Thị trấn Gôi', 'Tỉnh Ninh Bình'],
  ],
  [
    'Tam Thanh by its old name, merged into this commune',
    'tamThanh',
    '2026-11-20',
    ['this_commune', 'Xã Tam Thanh', 'Tỉnh Ninh Bình'],
  ],
  [
    'Hợp Hưng by its old name, whose code now means another commune',
    'hopHung',
    '2026-11-20',
    ['neighbour', 'Xã Hợp Hưng', 'Tỉnh Ninh Bình'],
  ],
  [
    'Gôi in 2024, when the office was the town’s',
    'goi',
    '2024-10-04',
    ['this_commune', 'Thị trấn Gôi', 'Tỉnh Nam Định'],
  ],
  [
    'Tam Thanh in 2024, a commune of its own next door',
    'tamThanh',
    '2024-10-04',
    ['neighbour', 'Xã Tam Thanh', 'Tỉnh Nam Định'],
  ],
  [
    'Hợp Hưng in 2024, elsewhere in Nam Định',
    'hopHung',
    '2024-10-04',
    ['same_province', 'Xã Hợp Hưng', 'Tỉnh Nam Định'],
  ],
  [
    'the commune by its new name for a day before it was',
    'vuBan',
    '2024-10-04',
    ['this_commune', 'Xã Vụ Bản', 'Tỉnh Nam Định'],
  ],
])('%s', async (_, commune, on, expected) => {
  expect(await home(commune, on)).toEqual(expected)
})

import { describe, expect, test } from 'vitest'
import { checkText } from './check-text.ts'
import { findPersonalData } from './find-personal-data.ts'
import { countSmsParts, withoutMarks } from './sms-parts.ts'
import { wordForChannel } from './word-for-channel.ts'

const allowed = {
  phones: ['02283820123', '113'],
  hamlets: ['Thôn Tiền', 'Xóm Lê Lợi', 'Tổ dân phố 3'],
}
const found = (text: string) => findPersonalData(text, allowed).map((it) => [it.what, it.found])

describe('personal data is found', () => {
  test.each([
    ['Số 036185000123 đã có kết quả', 'id_number', '036185000123'],
    ['CCCD 036 185 000 123', 'id_number', '036 185 000 123'],
    ['CCCD 036.185.000.123', 'id_number', '036.185.000.123'],
    ['Mã 0361 8500 0123', 'id_number', '0361 8500 0123'],
    ['Gọi 0912345678', 'phone', '0912345678'],
    ['Gọi 0912 345 678 gặp chị Hoa', 'phone', '0912 345 678'],
    ['Gọi +84 912 345 678', 'phone', '+84 912 345 678'],
    ['Nhà riêng 0228 3999 999', 'phone', '0228 3999 999'],
    ['Bà Nguyễn Thị A ở thôn Tiền', 'name_with_hamlet', 'Nguyễn Thị A'],
    ['Tại thôn Tiền, ông Trần Văn Bình vừa nhận thẻ', 'name_with_hamlet', 'Trần Văn Bình'],
    ['Chị Lê Thu Hà (xóm 7) được giúp', 'name_with_hamlet', 'Lê Thu Hà'],
    ['Ông Phạm Văn C, tổ dân phố 3', 'name_with_hamlet', 'Phạm Văn C'],
    ['Đỗ Mạnh Hùng, THON TIEN', 'name_with_hamlet', 'Đỗ Mạnh Hùng'],
    ['Ông NGUYỄN VĂN TUẤN ở thôn Tiền', 'name_with_hamlet', 'NGUYỄN VĂN TUẤN'],
    ['CHÚC MỪNG ÔNG LÊ VĂN BA, THÔN TIỀN', 'name_with_hamlet', 'LÊ VĂN BA'],
    ['Anh Trần Bình, tổ 5, đã nhận thẻ', 'name_with_hamlet', 'Trần Bình'],
    ['Chị Lê Thu Hà (Xóm 7) được giúp', 'name_with_hamlet', 'Lê Thu Hà'],
    ['CMND số 162 345 678 đã hết hạn', 'id_number', '162 345 678'],
    ['Hộ chiếu C1234567 đã về', 'id_number', 'C1234567'],
  ])('%s', (text, what, words) => {
    expect(found(text)).toEqual([[what, words]])
  })

  test.each([
    'Gọi 0228 3820 123 hoặc 113, tổng đài 1022, 1900 6868',
    'Kinh phí 123.456.789.000 đồng',
    'Từ 07.11.2026 7 giờ 30 đến 27.11.2026',
    'Thôn Tiền: một bác hơn 70 tuổi được làm thẻ tại nhà',
    'Chủ tịch UBND xã Đặng Văn Mẫu phát biểu',
    'Tại đường Nguyễn Trãi, thôn Tiền',
    'Nhà văn hóa xóm Lê Lợi',
    'Trường Trần Quốc Toản. Thôn Tiền họp lúc 19 giờ',
    'Nghị định 118/2025/NĐ-CP, mã thủ tục 1.004222',
    'Công ty Hoàng Anh Gia Lai tuyển người thôn Tiền',
    'MỜI BÀ CON THÔN TIỀN ĐẾN NHÀ VĂN HÓA TỪ NGÀY MAI',
    'Làm căn cước: 123.456.789 đồng cả xã, 162345678 đồng thôn Tiền',
    'Bà con thôn Tiền mang hộ chiếu, lệ phí 200.000 đồng',
    'Từ Thứ Sáu tuần này, thôn Tiền có xe đi Hà Nội và Ninh Bình',
    'Công an xã, Đoàn Thanh niên xã về thôn Tiền',
  ])('and not where there is none: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('warnings stop nothing', () => {
  const check = (bodyVi: string, titleVi = 'Mời bà con') =>
    checkText(
      { titleVi, bodyVi, titleEn: 'Come', bodyEn: 'Please', script: null },
      { ...allowed, own: { XYZQ: 'xưởng' }, wordsPerMinute: 140 },
    )

  test('decree numbers and short forms are jargon; those that no table knows are read by letters', () => {
    const { warnings } = check('Theo Nghị định 118/2025/NĐ-CP, UBND xã và PCR, XYZQ.')

    expect(warnings).toEqual([
      { warn: 'decree', found: '118/2025/NĐ-CP' },
      { warn: 'abbreviation', found: 'UBND' },
      { warn: 'abbreviation_unknown', found: 'PCR' },
    ])
  })

  test('whoever is named should be an officer: only the writer knows', () => {
    expect(check('Chủ tịch Đặng Văn Mẫu và bác Tuấn phát biểu.').warnings).toEqual([
      { warn: 'named', found: 'Đặng Văn Mẫu' },
      { warn: 'named', found: 'bác Tuấn' },
    ])
  })

  test('a title and a script that are too long, and no English', () => {
    expect(check('Ngắn.', 'a'.repeat(91)).warnings[0]).toEqual({ warn: 'title_long', letters: 91 })
    expect(check('Mời bà con đến. '.repeat(150)).warnings[0]).toMatchObject({ warn: 'script_long' })
    const silent = { titleVi: 'A', bodyVi: 'B', titleEn: '', bodyEn: '', script: null }
    expect(checkText(silent, { ...allowed, own: {}, wordsPerMinute: 140 }).warnings).toEqual([
      { warn: 'english_missing' },
    ])
  })
})

describe('the cost of an SMS', () => {
  test.each([
    ['ă'.repeat(70), 1, 1],
    ['ă'.repeat(71), 2, 1],
    ['ă'.repeat(160), 3, 1],
    ['ă'.repeat(161), 3, 2],
    ['a'.repeat(160), 1, 1],
    ['a'.repeat(161), 2, 2],
    ['', 0, 0],
  ])('%#', (text, marked, plain) => {
    expect(countSmsParts(text)).toEqual({ marked, plain })
  })

  test('without marks it reads as a keyboard without marks writes', () => {
    expect(withoutMarks('Đến “Ngày thứ 6” – 27/11…')).toBe('Den "Ngay thu 6" - 27/11...')
  })
})

describe('the text of a channel', () => {
  const said = {
    title: 'Ngày thứ 6 tại chỗ',
    body: Array.from({ length: 30 }, (_, i) => `Câu số ${i} của bản tin này.`).join('\n'),
  }

  test('ends with the link', () => {
    const { text, cut } = wordForChannel('website', said, 'https://x.vn/1')

    expect(text.endsWith('\n\nhttps://x.vn/1')).toBe(true)
    expect(cut).toBeNull()
  })

  test('too long, shows where it would be cut and offers whole sentences that fit', () => {
    const { text, cut, shorter, limit } = wordForChannel('hamlet_heads', said, 'https://x.vn/1')

    expect(text.length).toBeGreaterThan(limit!)
    expect(cut!.kept + cut!.lost).toBe(text)
    expect(cut!.kept).toHaveLength(limit!)
    expect(shorter!.length).toBeLessThanOrEqual(limit!)
    expect(shorter).toMatch(
      /^Ngày thứ 6 tại chỗ\n\nCâu số 0 .*bản tin này\.\n\nhttps:\/\/x\.vn\/1$/s,
    )
  })
})

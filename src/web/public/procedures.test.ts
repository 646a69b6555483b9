import { describe, expect, test } from 'vitest'
import { useSite } from '#test/site.ts'
import { setOfficeFee } from '#src/modules/catalogue/index.ts'

const site = useSite()

describe('looking for a procedure', () => {
  test('begins with what is asked for most and every field', async () => {
    const { text, html } = await site.get('/vu-ban/thu-tuc')

    expect(text).toMatch(/Hay làm nhất Giấy xác nhận độc thân/)
    expect(text).toMatch(/Xếp theo lĩnh vực Mọi thủ tục \d+ thủ tục/)
    expect(html).toContain(`linh-vuc=${encodeURIComponent('Hộ tịch')}`)
  })

  test('goes through all of them page by page, and no further than the last', async () => {
    const first = await site.get('/vu-ban/thu-tuc?trang=1')
    const second = await site.get('/vu-ban/thu-tuc?trang=2')

    expect(first.text).toMatch(/Đang xem 1–25 trong \d+ thủ tục/)
    expect(first.text).not.toContain('Trang trước')
    expect(second.title).toBe('Mọi thủ tục, trang 2')
    expect(second.text).toContain('Trang trước')
    expect((await site.get('/vu-ban/thu-tuc?trang=9999')).status).toBe(404)
  })

  test('stays within a field', async () => {
    const { text } = await site.get(`/vu-ban/thu-tuc?linh-vuc=${encodeURIComponent('Hộ tịch')}`)

    expect(text).toContain('khai sinh')
    expect(text).not.toContain('Hộ chiếu phổ thông')
  })
})

describe('searching as people speak', () => {
  test('puts first what was meant, without accents, and keeps the words in the box', async () => {
    const { text, html } = await site.get('/vu-ban/thu-tuc?q=giay%20doc%20than')

    expect(html).toContain('value="giay doc than"')
    expect(text).toMatch(/Gần nhất với điều bà con hỏi Giấy xác nhận độc thân/)
  })

  test('asks back when a word means several procedures', async () => {
    const { text, html } = await site.get('/vu-ban/thu-tuc?q=khai%20sinh')
    const asked = /<section class="notice sun">.*?<\/section>/s.exec(html)?.[0] ?? ''

    expect(text).toMatch(/khai sinh.*\?/i)
    expect(asked.match(/href="\/vu-ban\/thu-tuc\/\d/g)?.length).toBeGreaterThan(1)
  })

  test('of nothing found says what to try and whom to call', async () => {
    const { status, text } = await site.get('/vu-ban/thu-tuc?q=zzqqxxw')

    expect(status).toBe(200)
    expect(text).toContain('Chưa tìm thấy việc nào giống “zzqqxxw”')
    expect(text).toContain('02283820123')
  })
})

describe('the page of a procedure', () => {
  test('begins with what people call it and ends with what the law calls it', async () => {
    const { text, html, title } = await site.get('/vu-ban/thu-tuc/3.000333')

    expect(title).toBe('Phiếu lý lịch tư pháp (giấy không tiền án)')
    expect(html.indexOf('Phiếu lý lịch tư pháp (giấy')).toBeLessThan(html.indexOf('3.000333</dd>'))
    expect(text).toMatch(/Ai giải quyết Công an cấp tỉnh/)
    expect(text).toContain('Bao lâu 10 ngày')
    expect(text).toContain('Mức 2 khi nộp trực tuyến')
    expect(text).toContain('Phiếu số 2 không được ủy quyền')
    expect(text).toContain('Không cơ quan, tổ chức nào được đòi cá nhân nộp phiếu số 2.')
    expect(text).toMatch(/Căn cứ pháp lý .*Luật Lý lịch tư pháp 28\/2009\/QH12/)
    expect(text).toMatch(/Kiểm tra lần cuối 23\/11\/2026/)
    expect(html).toContain('https://dichvucong.gov.vn/')
  })

  test('says that the province sets the fee until the office has entered it', async () => {
    const code = '1.004884'
    expect((await site.get(`/vu-ban/thu-tuc/${code}`)).text).toContain('Tỉnh quy định')

    const system = { ...site.office, actor: { kind: 'system' as const, job: 'test' } }
    for (const method of ['online', 'in_person', 'post'] as const)
      await setOfficeFee(system, {
        code,
        method,
        feeVnd: 8000,
        validFrom: Temporal.PlainDate.from('2026-01-01'),
        decidedBy: '45/2025/NQ-HĐND',
      }).catch(() => undefined)
    const { text } = await site.get(`/vu-ban/thu-tuc/${code}`)

    expect(text).toMatch(/Lệ phí 8\.000 đồng .*45\/2025\/NQ-HĐND/)
  })

  test('of an old code says what took its place, and still shows the old rules', async () => {
    const gone = await site.get('/vu-ban/thu-tuc/2.000488')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('đã hết hiệu lực từ 01/03/2025')
    expect(gone.html).toContain('href="/vu-ban/thu-tuc/3.000333"')
    const old = /href="([^"]+\?ngay=[^"]+)"/.exec(gone.html)?.[1] ?? ''

    const then = await site.get(old)
    expect(then.status).toBe(200)
    expect(then.text).toContain('Đây là bản đã hết hiệu lực')
    expect(then.text).toContain('Sở Tư pháp')
  })

  test('says when it did not exist yet', async () => {
    const { status, text } = await site.get('/vu-ban/thu-tuc/3.000333?ngay=2024-10-01')

    expect(status).toBe(404)
    expect(text).toContain('chỉ có từ 01/03/2025')
  })

  test('of a code that nobody knows says so', async () => {
    const { status, text } = await site.get('/vu-ban/thu-tuc/7.777777')

    expect(status).toBe(404)
    expect(text).toContain('Không có thủ tục nào mang mã 7.777777')
  })

  test('marks in English what is Vietnamese', async () => {
    const { html, text } = await site.get('/en/vu-ban/thu-tuc/3.000333')

    expect(text).toContain('Criminal record certificate')
    expect(text).toContain('How long 10 days')
    expect(html).toContain('<span lang="vi">Lý lịch tư pháp</span>')
  })
})

describe('what to bring', () => {
  const address = '/vu-ban/thu-tuc/3.000333/can-mang-gi'

  test('asks its few questions on one page', async () => {
    const { text, html } = await site.get(address)

    expect(text).toContain('Nơi cần giấy đòi phiếu số mấy?')
    expect(text).toContain('Ai đi làm?')
    expect(html.match(/<legend/g)).toHaveLength(3)
  })

  test('keeps the answers given and names the question that is open', async () => {
    const { status, text, html } = await site.get(`${address}?xem=1&slip=so_1&fee_class=full`)

    expect(status).toBe(422)
    expect(text).toContain('Chọn câu trả lời cho: “Ai đi làm?”')
    expect(html).toMatch(/value="so_1" checked/)
  })

  test('then lists exactly the papers of this person, and what to say at the desk', async () => {
    const own = await site.get(`${address}?xem=1&slip=so_1&who=self&fee_class=full`)
    expect(own.status).toBe(200)
    expect(own.text).toContain('Tờ khai mẫu 01/2025/LLTP')
    expect(own.text).not.toContain('Giấy ủy quyền')
    expect(own.text).toContain('“Tôi cần làm: Phiếu lý lịch tư pháp (giấy không tiền án).”')

    const other = await site.get(`${address}?xem=1&slip=so_1&who=other&fee_class=reduced`)
    expect(other.text).toContain('Giấy ủy quyền công chứng hoặc chứng thực')
    expect(other.text).toContain('Giấy tờ chứng minh được giảm hoặc miễn phí')
  })
})

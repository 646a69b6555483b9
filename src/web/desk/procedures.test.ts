import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''
let keeper = ''

beforeAll(async () => {
  await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.office.owner }) }))
  cookie = (await site.enter('officer')).cookie
  keeper = (await site.enter('office_admin')).cookie
})

const get = (path: string) => site.get(path, cookie)

test('what people say finds the procedure, and several meanings are asked back', async () => {
  const found = await get('/ban/thu-tuc?q=giay+doc+than')
  expect(found.html).toContain('href="/ban/thu-tuc/1.004873"')
  const several = await get('/ban/thu-tuc?q=khai+sinh')
  expect(several.html).toMatch(/<section class="notice sun"><h2>.*?\?<\/h2><ul>/s)
  const nothing = await get('/ban/thu-tuc?q=%25%25%25')
  expect(nothing.text).toContain('Chưa tìm thấy thủ tục nào')
})

test('without words the ones asked for most often lead', async () => {
  const page = await get('/ban/thu-tuc')
  expect(page.text).toContain('Hay làm nhất')
  expect(page.html).toContain('/ban/thu-tuc/3.000333')
})

test('a procedure says what to ask, and the papers follow the answers', async () => {
  const page = await get('/ban/thu-tuc/1.004873')
  expect(page.text).toContain('Hỏi bà con')
  expect(page.text).toContain('câu chưa trả lời')
  expect(page.text).toContain('Căn cứ pháp lý')
  const receive = /href="(\/ban\/tiep-nhan[^"]+)"/.exec(page.html)![1]!
  expect((await get(receive)).text).toContain('Giấy xác nhận độc thân')
  const question = /name="(?!quan-he|chua-du-18)([a-z_]+)" value="([a-z_0-9]+)"/.exec(page.html)!
  const answered = await get(`/ban/thu-tuc/1.004873?${question[1]}=${question[2]}`)
  expect(answered.html).toContain(`name="${question[1]}" value="${question[2]}" checked`)
})

test('a mother may come for her daughter; for phiếu số 2 nobody may', async () => {
  const mother = await get('/ban/thu-tuc/1.004873?quan-he=mother')
  expect(mother.text).toContain('Được làm thay')
  expect(mother.text).toContain('Mẹ. Người trong gia đình được pháp luật cho làm thay.')
  const page = await get('/ban/thu-tuc/3.000333')
  const two = /name="(\w+)" value="([^"]*(?:two|2)[^"]*)"/.exec(page.html)!
  const sister = await get(`/ban/thu-tuc/3.000333?${two[1]}=${two[2]}&quan-he=sibling`)
  expect(sister.text).toContain('Không được làm thay')
})

test('the rules of another day are read under the code that stood then', async () => {
  const first = await get('/ban/thu-tuc/3.000333?ngay=2025-03-05')
  expect(first.text).toContain('Bản trước')
  expect(first.text).toContain('Bản sau')
  expect(first.html).toContain('href="/ban/thu-tuc/2.000488?ngay=2025-02-28"')
  const then = await get('/ban/thu-tuc/2.000488?ngay=2024-05-03')
  expect(then.text).toContain('Sở Tư pháp')
  expect(then.text).toContain('Đây là bản đã hết hiệu lực')
  const ended = await get('/ban/thu-tuc/2.000488')
  expect(ended.status).toBe(404)
  expect(ended.html).toContain('href="/ban/thu-tuc/3.000333"')
  expect((await get('/ban/thu-tuc/3.000333?ngay=2024-02-31')).text).toContain('ngày có thật')
  expect((await get('/ban/thu-tuc/7.777777')).status).toBe(404)
})

test('who keeps the catalogue enters the fee that the province has set', async () => {
  const address = '/ban/thu-tuc/1.004873'
  expect((await get(address)).text).not.toContain('Theo nghị quyết')
  const fee = {
    method: 'online',
    feeVnd: '8.000 đ',
    validFrom: '2026-11-01',
    decidedBy: '45/2025/NQ-HĐND',
  }
  const enter = (wrong: Partial<typeof fee>) =>
    site.post(address, { ...fee, ...wrong }, { cookie: keeper })
  const refused: [Partial<typeof fee>, RegExp][] = [
    [{ method: '' }, /id="o-method-error">Chọn cách nộp/],
    [{ feeVnd: 'tám nghìn' }, /id="o-feeVnd-error">Nhập lệ phí bằng số đồng/],
    [{ feeVnd: '200.000.000' }, /id="o-feeVnd-error">Nhập lệ phí bằng số đồng/],
    [{ validFrom: '' }, /id="o-validFrom-error">Chọn ngày bắt đầu áp dụng/],
    [{ decidedBy: '' }, /id="o-decidedBy-error">Ghi số nghị quyết/],
  ]
  for (const [wrong, said] of refused) {
    const page = await enter(wrong)
    expect(page.status).toBe(422)
    expect(page.html).toMatch(said)
  }
  const done = await enter({})
  expect(done.location).toBe(`${address}?xong=fee`)
  const page = await site.get(done.location!, keeper)
  expect(page.text).toContain('Đã ghi lệ phí.')
  expect((await get(address)).text).toContain('Trực tuyến: 8.000 đ')
  expect((await site.post(address, fee, { cookie })).text).toContain(
    'Việc này dành cho cán bộ được giao.',
  )
})

test('the procedure is whole in English too', async () => {
  const page = await site.get('/en/ban/thu-tuc/1.004873', cookie)
  expect(page.text).toContain('Ask the person')
  expect(page.text).toContain('Who may come for another')
})

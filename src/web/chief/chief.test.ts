import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { rateRequest } from '#src/modules/ratings/index.ts'
import { fileWithAuthority, getRequest, receiveRequest } from '#src/modules/requests/index.ts'
import { need } from '#test/desk.ts'
import { filing } from '#test/followed.ts'
import { writeNation } from '#test/nation.ts'
import { hiredAs } from '#test/office.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''
let desk: Ctx

beforeAll(async () => {
  await writeNation(site.office.owner)
  desk = await hiredAs(site.office, 'officer')
  cookie = (await site.enter('chairman')).cookie
})

/** Somebody who was treated badly, and says so. */
async function unhappy(
  sentence: string,
  anonymous: boolean,
): Promise<{ id: string; code: string }> {
  const { id } = await receiveRequest(desk, need())
  await fileWithAuthority(desk, filing(id, { status: 2 }))
  await rateRequest(desk, {
    key: { requestId: id },
    guidance: 2,
    speed: 1,
    attitude: 1,
    returns: 3,
    filedOnline: false,
    sentence,
    anonymous,
  })
  const { code } = await getRequest(desk, { requestId: id })
  return { id, code }
}

const get = (path: string) => site.get(path, cookie)

test('on a quiet day the chairman reads that nothing waits', async () => {
  const page = await get('/lanh-dao')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Không có lời nào chờ trả lời.')
  expect(page.text).toContain('Không có việc nào quá hạn.')
  expect(page.text).toContain('Chưa có ngày nào được lập.')
})

test('a low word comes with its request, an anonymous one without', async () => {
  const named = await unhappy('Chờ cả buổi sáng không ai hỏi', false)
  const unnamed = await unhappy('Bị mắng vì quên giấy', true)
  const page = await get('/lanh-dao')
  expect(page.text).toContain('Chờ cả buổi sáng không ai hỏi')
  expect(page.html).toContain(`href="/ban/yeu-cau/${named.id}"`)
  expect(page.text).toContain('Bị mắng vì quên giấy')
  expect(page.text).toContain('Bà con giấu tên')
  expect(page.html).not.toContain(unnamed.id)
  expect(page.html).not.toContain(unnamed.code)
  expect(page.html).toMatch(/<dt>yêu cầu đã tiếp nhận<\/dt><dd>2<\/dd>/)
})

test('the answer is asked for, kept, and settles the matter; nobody answers twice', async () => {
  const { id } = await unhappy('Nói trống không', false)
  expect((await getRequest(desk, { requestId: id })).reopened).toBe(true)
  const page = await get('/lanh-dao')
  const card = page.html.split('<article').find((it) => it.includes('Nói trống không'))!
  const address = /href="(\/lanh-dao\/danh-gia\/[^"]+)"/.exec(card)![1]!
  expect((await get(address)).text).toContain('Từ 3 lần')

  const empty = await site.post(address, { answer: ' ' }, { cookie })
  expect(empty.status).toBe(422)
  expect(empty.html).toMatch(/id="o-answer-error">Viết đã làm gì để sửa/)
  const long = await site.post(address, { answer: 'a'.repeat(1001) }, { cookie })
  expect(long.html).toMatch(/id="o-answer-error">Viết dài quá/)

  const done = await site.post(address, { answer: 'Đã xin lỗi và đổi người ngồi.' }, { cookie })
  const after = await get(done.location!)
  expect(after.text).toContain('Đã ghi trả lời.')
  expect(after.text).toContain('Đã xin lỗi và đổi người ngồi.')
  expect((await getRequest(desk, { requestId: id })).reopened).toBe(false)
  const twice = await site.post(address, { answer: 'Lần nữa' }, { cookie })
  expect(twice.text).toContain('Đánh giá này đã được trả lời rồi.')
})

test('the page is whole in English, and shut to who may not answer', async () => {
  expect((await site.get('/en/lanh-dao', cookie)).text).toContain('Unhappy words')
  const viewer = await site.enter('province_viewer')
  expect((await site.get('/lanh-dao', viewer.cookie)).status).toBe(403)
  expect((await site.get('/lanh-dao')).status).toBe(303)
  expect((await get('/lanh-dao/danh-gia/khong-co')).status).toBe(404)
})

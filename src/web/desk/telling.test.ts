import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { findChoice } from '#src/modules/notices/index.ts'
import { setAgencyDistance } from '#src/modules/offices/index.ts'
import { loadPlaces } from '#src/modules/places/index.ts'
import { connected, playChannel, sendDue, type PlayedChannel } from '#test/deliveries.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''
let adminCookie = ''
let seen = ''

beforeAll(async () => {
  await loadPlaces(site.office.owner.options.connectionString!)
  await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.office.owner }) }))
  const from = Temporal.PlainDate.from('2020-01-01')
  await setAgencyDistance(site.owner(), { at: 'province', km: 30, from })
  cookie = (await site.enter('officer')).cookie
  adminCookie = (await site.enter('office_admin')).cookie
  const looked = await post('/ban/tiep-nhan', need({ do: '' }))
  seen = /name="seen" value="([^"]*)"/.exec(looked.html)?.[1] ?? ''
})

const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string>) => site.post(path, form, { cookie })

let key = 0
function need(differs: Record<string, string> = {}): Record<string, string> {
  return {
    ...{ clientKey: `bao-tin-${String(++key).padStart(8, '0')}`, code: '1.004873' },
    ...{ relation: 'self', 'here.fullName': 'Nguyễn Thị Mẫu', 'here.birth': '1990' },
    ...{ 'here.phone': `0912 344 ${100 + key}`, commune: '26740|2025-07-01' },
    ...{ came: 'here', seen, do: 'luu', ...differs },
  }
}

/** The address of the request that was put on record. */
async function received(differs: Record<string, string> = {}): Promise<string> {
  const saved = await post('/ban/tiep-nhan', need(differs))
  expect(saved.status, saved.text).toBe(303)
  return saved.location!.split('?')[0]!
}
const idOf = (address: string) => address.split('/').at(-1)!
const choiceOf = (address: string) => findChoice(site.owner(), { subjectId: idOf(address) })

async function filed(address: string): Promise<void> {
  const done = await post(`${address}/nop`, {
    ...{ 'nop.externalCode': `G22.99-2611${key}-0001`, 'nop.channel': 'online' },
    ...{ 'nop.portal': 'national', 'nop.filingHelp': 'self_with_help', 'nop.status': '2' },
    ...{ 'nop.resultDelivery': 'desk', 'nop.date': '2026-11-20', 'nop.time': '' },
  })
  expect(done.status, done.text).toBe(303)
}
const moveTo = (address: string, to: string, note = '') =>
  post(`${address}/trang-thai`, {
    ...{ 'trang-thai.to': to, 'trang-thai.note': note },
    ...{ 'trang-thai.date': '2026-11-20', 'trang-thai.time': '' },
  })
const send = (sms: PlayedChannel) => sendDue(site.office, { sms })

test('without a channel the desk asks whether to ring up', async () => {
  const form = await get('/ban/tiep-nhan')
  expect(form.text).toContain('Bà con muốn được báo tin qua đâu?')
  expect(form.html).toMatch(/name="way"[^>]*value="call"/)
  expect(form.html).not.toMatch(/name="way"[^>]*value="sms"/)
})

test('who chose SMS is told that the request is in, that a paper is missing, and that it is done', async () => {
  await connected(site.office, 'sms', { costPerPart: 350 })
  const sms = playChannel('sms')
  const address = await received({ way: 'sms' })
  expect(await choiceOf(address)).toMatchObject({ way: 'sms', how: 'at_desk' })
  expect((await get(address)).text).toContain('Đồng ý ngày Thứ Sáu 20/11/2026')
  await send(sms)
  expect(sms.got[0]!.content.text).toMatch(/da nhan ho so, ma [\w-]+/)

  await filed(address)
  for (const step of ['4', '5'])
    expect((await moveTo(address, step, 'Giấy xác nhận của xã cũ')).status).toBe(303)
  const list = await get('/ban/can-bao')
  expect(list.text).toContain('Đang gửi 1 tin')
  expect(list.text).toContain('Cần bổ sung · Gửi qua Tin nhắn SMS')
  await send(sms)
  expect(sms.got[1]!.content.text).toContain('can bo sung: Giay xac nhan cua xa cu.')
  for (const step of ['4', '9']) await moveTo(address, step)
  await send(sms)
  expect(sms.got[2]!.content.text).toContain('da co ket qua')
  expect(sms.got).toHaveLength(3)
  const told = await get('/ban/can-bao')
  expect(told.text).toContain('Không còn ai phải gọi')
  expect(told.text).not.toContain('Đang gửi')
})

test('what the channel could not bring stands on the list with the reason, and can be sent again', async () => {
  const address = await received({ way: 'sms' })
  const refusing = playChannel('sms', [
    { outcome: 'accepted', ref: 'a' },
    { outcome: 'never', why: 'recipient_unreachable' },
  ])
  await send(refusing)
  await filed(address)
  for (const step of ['4', '9']) await moveTo(address, step)
  await send(refusing)
  const list = await get('/ban/can-bao')
  expect(list.text).toContain(
    'Gửi qua Tin nhắn SMS chưa được. Người này không nhận được tin qua kênh này.',
  )
  const again = /action="(\/ban\/can-bao\/[^"]+\/gui-lai)"/.exec(list.html)![1]!
  expect((await post(again, {})).location).toBe('/ban/can-bao?xong=again')
  const sms = playChannel('sms')
  await send(sms)
  expect(sms.got).toHaveLength(1)
  expect((await get('/ban/can-bao')).text).toContain('Không còn ai phải gọi')
})

test('whoever took the result home is not told any more that it is here', async () => {
  const sms = playChannel('sms')
  const address = await received({ way: 'call' })
  await filed(address)
  for (const step of ['4', '9']) await moveTo(address, step)
  expect((await get('/ban/can-bao')).text).toContain('Có kết quả')
  const done = await post(`${address}/trao`, {
    ...{ 'trao.toName': 'Nguyễn Thị Mẫu', 'trao.toRelation': 'self' },
    ...{ 'trao.resultDelivery': 'desk', 'trao.date': '2026-11-20', 'trao.time': '' },
  })
  expect(done.status, done.text).toBe(303)
  expect((await get('/ban/can-bao')).text).toContain('Không còn ai phải gọi')
  await send(sms)
  expect(sms.got).toEqual([])
})

test('an address is asked for with e-mail, and what was typed stays', async () => {
  await connected(site.office, 'email')
  const wrong = await post('/ban/tiep-nhan', need({ way: 'email', email: 'ba con' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Địa chỉ thư điện tử chưa đúng')
  expect(wrong.html).toContain('value="ba con"')
})

test('an officer notes later that somebody wants another way', async () => {
  const address = await received()
  expect((await get(address)).text).toContain('Chưa hỏi')
  const done = await post(`${address}/bao-tin`, { 'bao-tin.way': 'call', 'bao-tin.email': '' })
  expect(done.location).toBe(`${address}?xong=bao-tin#bao-tin`)
  expect(await choiceOf(address)).toMatchObject({ way: 'call', how: 'by_officer' })
  const wrong = await post(`${address}/bao-tin`, { 'bao-tin.way': 'email', 'bao-tin.email': '' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Nhập địa chỉ thư điện tử')
})

test('the link in a message ends the messages only when its button is pressed', async () => {
  const address = await received({ way: 'sms' })
  const { token } = (await choiceOf(address))!
  const page = await site.get(`/vu-ban/thoi-nhan/${token}`)
  expect(page.text).toContain('Thôi nhận tin về việc này')
  expect(await choiceOf(address)).toMatchObject({ way: 'sms' })
  const done = await site.post(`/vu-ban/thoi-nhan/${token}`, { 'tat-ca': '' })
  expect((await site.get(done.location!)).text).toContain('Đã thôi gửi tin cho bà con')
  expect(await choiceOf(address)).toMatchObject({ way: 'none', how: 'by_link' })
  const unknown = await site.get('/vu-ban/thoi-nhan/khong-co-dau')
  expect(unknown.status).toBe(404)
  expect(unknown.text).toContain('không còn dùng')
})

test('the administrator looks at a text with its cost before saving it', async () => {
  const admin = (path: string, form: Record<string, string>) =>
    site.post(path, form, { cookie: adminCookie })
  const page = await site.get('/quan-tri/loi-nhan', adminCookie)
  expect(page.text).toContain('Có kết quả')
  expect(page.text).toContain('350 đồng một người')
  const typed = {
    'ready.version': '0',
    'ready.text': '{don_vi}: hồ sơ {ma} xong rồi, mời bà con tới lấy.',
    'ready.znsId': '',
  }
  const seenText = await admin('/quan-tri/loi-nhan/ready', { ...typed, do: 'xem' })
  expect(seenText.text).toContain('xong rồi, mời bà con tới lấy.')
  expect(seenText.text).toContain('2 tin')
  const plain = await admin('/quan-tri/loi-nhan/ready', {
    ...{ ...typed, 'ready.plain[]': 'yes', do: 'xem' },
  })
  expect(plain.text).toContain('xong roi, moi ba con toi lay.')
  const wrong = await admin('/quan-tri/loi-nhan/ready', {
    ...{ ...typed, 'ready.text': 'Chào {ten}.', do: 'luu' },
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Loại tin này không có {ten}.')
  const saved = await admin('/quan-tri/loi-nhan/ready', { ...typed, do: 'luu' })
  expect(saved.location).toBe('/quan-tri/loi-nhan?xong=da-sua')
  expect((await site.get('/quan-tri/loi-nhan', adminCookie)).text).toContain('Lần sửa 1')
  expect((await site.get('/quan-tri/loi-nhan', cookie)).status).toBe(403)
})

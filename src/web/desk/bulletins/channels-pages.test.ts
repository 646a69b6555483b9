import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { addHamlet } from '#src/modules/offices/index.ts'
import { listDuePushes, notePush } from '#src/modules/outreach/index.ts'
import { connected, sendDue } from '#test/deliveries.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let officer: string
let chairman: string

beforeAll(async () => {
  await addHamlet(site.owner(), { name: 'Thôn Tiền' })
  officer = (await site.enter('officer')).cookie
  chairman = (await site.enter('chairman')).cookie
})

const post = (path: string, form: Record<string, string | string[]>, cookie = officer) =>
  site.post(path, form, { cookie })

async function draft(bodyVi = 'Sáng mai ở trạm y tế.'): Promise<string> {
  const { location } = await post('/ban/tin/moi', {
    ...{ clientKey: crypto.randomUUID(), titleVi: 'Tiêm phòng', bodyVi, priority: 'normal' },
    ...{ airFrom: '2026-11-20', airTo: '2026-11-27', times: '17:00', repeats: '1' },
  })
  return /[0-9a-f-]{36}/.exec(location!)![0]
}

async function approve(id: string) {
  await post(`/ban/tin/${id}/gui`, { version: '1' })
  return post(`/ban/tin/${id}/duyet`, { version: '1' }, chairman)
}

async function sendPicture(id: string, fields: Record<string, string>, file?: Buffer) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ version: '1', ...fields })) body.append(name, value)
  if (file) body.append('picture', new File([new Uint8Array(file)], 'hinh.jpg'))
  return site.send(`/ban/tin/${id}/hinh`, { method: 'POST', body, headers: { cookie: officer } })
}

const photo = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#386' } })
    .jpeg()
    .toBuffer()

describe('pictures', () => {
  test('stand on the page of the news, in its feeds and in the block, with their words', async () => {
    const id = await draft()
    const altVi = 'Bà con chờ ở trạm y tế'
    const sent = await sendPicture(id, { altVi, altEn: '' }, await photo())
    expect(sent.location).toBe(`/ban/tin/${id}?xong=hinh`)
    await approve(id)

    const page = await site.get(`/vu-ban/tin/${id}`)
    const [, address] = /<img src="([^"]+)" alt="Bà con chờ ở trạm y tế"/.exec(page.html)!
    const picture = await site.get(address!)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    for (const path of ['/vu-ban/tin.rss', '/vu-ban/tin.atom', '/vu-ban/tin.json', '/vu-ban/nhung'])
      expect((await site.get(path)).html).toContain(address)
    expect((await site.get(`/en/vu-ban/tin/${id}`)).html).toMatch(/<img[^>]+lang="vi"/)
  })

  test('without words are refused, and what was typed stays', async () => {
    const id = await draft()

    const { status, text, html } = await sendPicture(
      ...([id, { altVi: '', altEn: 'A hall' }, await photo()] as const),
    )

    expect([status, text.includes('Ghi trong hình có gì')]).toEqual([422, true])
    expect(html).toContain('value="A hall"')
    expect((await sendPicture(id, { altVi: 'Hội trường' })).text).toContain('Chọn một tệp hình.')
  })

  test('are taken out of a draft again', async () => {
    const id = await draft()
    await sendPicture(id, { altVi: 'Hội trường' }, await photo())
    const { html } = await site.get(`/ban/tin/${id}`, officer)
    const [, picture] = /name="picture" value="([^"]+)"/.exec(html)!

    await post(`/ban/tin/${id}/bo-hinh`, { version: '1', picture: picture! })

    expect((await site.get(`/ban/tin/${id}`, officer)).html).not.toContain('alt="Hội trường"')
  })

  test('a channel that wants one gets the mark of the house', async () => {
    const cover = await site.get('/vu-ban/tin/bia.jpg')

    expect([cover.status, cover.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  })
})

const long = Array.from({ length: 30 }, (_, i) => `Câu thứ ${i} của tin này.`).join(' ')

describe('texts of channels', () => {
  test('too long shows where it is cut, and offers a shorter one that can be changed', async () => {
    const id = await draft(long)

    const page = await site.get(`/ban/tin/${id}/chu`, officer)

    expect(page.html).toMatch(/<del>[^<]*Câu thứ 29 của tin này\./)
    expect(page.text).toContain('kênh nhận 306')
    const kept = await post(`/ban/tin/${id}/chu`, {
      ...{ channel: 'sms', version: '1', 'text-sms': 'Mai tiêm phòng.' },
    })
    expect(kept.location).toBe(`/ban/tin/${id}/chu?xong=chu#sms`)
    expect((await site.get(`/ban/tin/${id}/chu`, officer)).text).toContain('Chữ viết riêng')
  })

  test('what is refused is said beside its own field, and stays typed', async () => {
    const id = await draft()

    const { status, html } = await post(`/ban/tin/${id}/chu`, {
      ...{ channel: 'sms', version: '1', 'text-sms': 'Gọi 0912 345 678' },
    })

    expect(status).toBe(422)
    expect(html).toContain('id="o-text-sms-error"')
    expect(html).toContain('Gọi 0912 345 678</textarea>')
  })

  test('stand once they were submitted', async () => {
    const id = await draft(long)
    await post(`/ban/tin/${id}/gui`, { version: '1' })

    const { text, html } = await site.get(`/ban/tin/${id}/chu`, officer)

    expect(text).toContain('Bản ngắn hơn')

    expect(text).toContain('không sửa chữ từng kênh được nữa')
    expect(html).not.toContain('name="text-sms"')
  })
})

test('a story without a name is kept for the next bulletin, one with a name is not', async () => {
  const refused = await post('/ban/tin/cau-chuyen', { storyVi: 'Bác Nguyễn Văn Ba làm xong.' })
  expect(refused.text).toContain('Có tên một người: Nguyễn Văn Ba')

  await post('/ban/tin/cau-chuyen', { storyVi: 'Một bác ở xa về làm xong trong buổi sáng.' })

  const { text } = await site.get('/ban/tin/cau-chuyen', officer)
  expect(text).toContain('Đang chờ bản tin tới Một bác ở xa về')
})

describe('who wants the news', () => {
  test('is written down at the desk, and stops it by themselves', async () => {
    await post('/ban/tin/nguoi-nhan', { address: '0912 345 678' })
    expect((await site.get('/ban/tin/nguoi-nhan', officer)).text).toContain('Tin nhắn SMS 1')

    const left = await site.post('/vu-ban/tin/thoi-nhan', { address: '0912345678' })

    expect(left.location).toBe('/vu-ban/tin/thoi-nhan?xong=thoi')
    expect((await site.get('/ban/tin/nguoi-nhan', officer)).text).toContain('Tin nhắn SMS 0')
  })

  test('asks on the page; without the channel connected the desk writes them down', async () => {
    const asked = await site.post('/vu-ban/tin/dang-ky', { address: 'ba@vidu.vn' })
    expect((await site.get(asked.location!)).text).toContain('báo cán bộ ở bàn tiếp nhận')

    const wrong = await site.post('/vu-ban/tin/dang-ky', { address: 'ba@' })
    expect([wrong.status, wrong.text.includes('Địa chỉ thư chưa đúng')]).toEqual([422, true])
  })

  test('a link that was not sent confirms nothing', async () => {
    const { status, text } = await site.post('/vu-ban/tin/dang-ky/khong-co', {})

    expect([status, text.includes('Đường dẫn này đã dùng rồi')]).toEqual([422, true])
  })
})

test('nothing stuck says so', async () => {
  expect((await site.get('/ban/tin/tac', officer)).text).toContain('Không có tin nào bị tắc.')
})

test('a loudspeaker system that does not take a bulletin stands among what is stuck', async () => {
  const { cookie } = await site.enter('office_admin')
  const loa = { name: 'Loa IP', address: 'http://10.0.0.5', key: 'k' }
  await post('/quan-tri/kenh/loa/noi', loa, cookie)
  await approve(await draft('Sáng mai phun thuốc muỗi ở chợ.'))
  const system = { ...site.owner(), actor: { kind: 'system', job: 'push' } } as const
  const [push] = await listDuePushes(system)
  await notePush(system, { push: push!, outcome: 'key_wrong' })

  const page = await site.get('/ban/tin/tac', officer)
  expect(page.text).toContain('Hệ thống loa không nhận khóa')
  expect((await site.get('/ban', officer)).text).toContain('1 tin bị tắc, chờ cán bộ xem')
  await post('/ban/tin/tac/loa', { push: push!.id })

  expect((await site.get('/ban/tin/tac', officer)).text).toContain('Không có tin nào bị tắc.')
  await post(`/ban/tin/${push!.bulletinId}/rut`, { version: '1', withdrawReason: 'Hoãn phun' })
  const { text } = await site.get(`/ban/tin/${push!.bulletinId}`, officer)
  expect(text).toContain('Loa IP Gỡ bài khỏi hệ thống loa')
  expect(text).not.toContain('Hệ thống loa, bản 1')
})

test('without a connected channel the chairman reads that the rest is done by hand', async () => {
  const id = await draft()
  await post(`/ban/tin/${id}/gui`, { version: '1' })

  const { text } = await site.get(`/ban/tin/${id}`, chairman)

  expect(text).toContain('Chưa nối kênh nào')
})

test('of a page it is said that the post stands there, is changed, or is gone, not how many errands it took', async () => {
  await connected(site.office, 'zalo')
  const id = await draft('Sáng mai phát thuốc tẩy giun.')
  await post(`/ban/tin/${id}/gui`, { version: '1' })
  const chosen = { version: '1', chose: 'yes', 'channels[]': 'zalo' }
  await post(`/ban/tin/${id}/duyet`, chosen, chairman)
  await sendDue(site.office, {})
  expect((await site.get(`/ban/tin/${id}`, officer)).text).toContain('Zalo OA bài đã lên trang')

  await post(`/ban/tin/${id}/rut`, { version: '1', withdrawReason: 'Đã phát xong' })
  await sendDue(site.office, {})

  const { text } = await site.get(`/ban/tin/${id}`, officer)
  expect(text).toContain('Zalo OA bài đã gỡ khỏi trang')
})

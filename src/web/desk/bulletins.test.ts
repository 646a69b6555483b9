import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHamlet, addVenue, changeOffice } from '#src/modules/offices/index.ts'
import { addProgramme, listServiceDays, planDays } from '#src/modules/service-days/index.ts'
import { draftDueBulletins } from '#src/errands/draft-due-bulletins.ts'
import { openSpeech } from '#src/outside/speech/open-speech.ts'
import type { SpeechEngine } from '#src/outside/speech/speech-engine.ts'
import { createApp } from '../app.tsx'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
const date = (iso: string) => Temporal.PlainDate.from(iso)
const dataDir = mkdtempSync(join(tmpdir(), 'taicho-tin-'))
let officer: string
let chairman: string
let announcer: string
let fridays: string[]

/** A voice of one second, so that the tests hear something without a machine that speaks. */
const engine: SpeechEngine = {
  name: 'one second',
  find: async () => true,
  read: async () => ({ rate: 22_050, samples: new Float32Array(22_050).fill(0.1) }),
}

beforeAll(async () => {
  site.now = new Date('2026-11-26T00:30:00Z')
  await changeOffice(site.owner(), { phone: '0228 3820 123' })
  const venue = await addVenue(site.owner(), { kind: 'hall', name: 'Hội trường xã' })
  await addHamlet(site.owner(), { name: 'Thôn Tiền' })
  await addProgramme(site.owner(), {
    nameVi: 'Ngày thứ 6 tại chỗ',
    nameEn: 'Friday on the spot',
    weekday: 5,
    venueId: venue.id,
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: null },
    officerIds: [],
    procedures: [],
    partners: [],
    capacity: null,
    holidayPolicy: 'skip',
    validFrom: date('2026-11-01'),
    validTo: null,
  })
  await planDays(site.owner(), { until: date('2027-01-31') })
  const days = await listServiceDays(site.owner(), {
    from: date('2026-11-27'),
    to: date('2027-01-31'),
  })
  fridays = days.map((it) => it.id)
  officer = (await site.enter('officer')).cookie
  chairman = (await site.enter('chairman')).cookie
  announcer = (await site.enter('announcer')).cookie
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const post = (path: string, form: Record<string, string | string[]>, cookie = officer) =>
  site.post(path, form, { cookie })

const form = (differs: Record<string, string> = {}) => ({
  clientKey: crypto.randomUUID(),
  titleVi: 'Cắt điện sáng thứ Bảy',
  bodyVi: 'Cắt điện từ 5h đến 11h30 ngày 28/11.',
  titleEn: '',
  bodyEn: '',
  script: '',
  priority: 'urgent',
  airFrom: '2026-11-26',
  airTo: '2026-11-28',
  times: '05:30, 17:00',
  repeats: '2',
  ...differs,
})

async function write(differs: Record<string, string> = {}): Promise<string> {
  const { location } = await post('/ban/tin/moi', form(differs))
  return location!.split('?')[0]!
}

async function approved(differs: Record<string, string> = {}): Promise<string> {
  const page = await write({ send: 'yes', ...differs })
  await post(`${page}/duyet`, { version: '1' }, chairman)
  return page
}

describe('from a new day to a bulletin that everybody reads', () => {
  test('the house drafts it the day before; two presses of the officer, two of the chairman', async () => {
    await draftDueBulletins(site.owner())
    const list = await site.get('/ban/tin', officer)
    const page = /href="(\/ban\/tin\/[0-9a-f-]{36})"/.exec(list.html)![1]!
    expect(list.text).toMatch(/Đang soạn .*Ngày thứ 6 tại chỗ: Thứ Sáu 27\/11\/2026/)
    expect((await site.get('/vu-ban/tin')).text).toContain('Chưa có tin nào')

    const sent = await post(`${page}/gui`, { version: '1' })
    expect(sent.location).toBe(`${page}?xong=gui`)
    const desk = await site.get('/lanh-dao', chairman)
    expect(desk.text).toContain('Bản tin chờ duyệt')
    expect(desk.html).toContain(`href="${page}"`)
    await post(`${page}/duyet`, { version: '1' }, chairman)

    const news = await site.get('/vu-ban/tin')
    expect(news.text).toContain('Ngày thứ 6 tại chỗ: Thứ Sáu 27/11/2026')
    const item = await site.get(page.replace('/ban/tin', '/vu-ban/tin'))
    expect(item.text).toContain('từ 7 giờ 30 đến 11 giờ 30')
    expect(item.html).toContain('href="/vu-ban/dat-lich"')
    expect((await site.get('/vu-ban')).text).toContain('Tin mới')
  })

  test('an officer who does not want to wait drafts the coming day now', async () => {
    const again = await post('/ban/tin/soan', {})
    expect(again.location).toBe('/ban/tin?xong=khong-soan')
  })

  test('a day that is moved at the desk has its corrected draft at once', async () => {
    const day = fridays[0]!
    await post(`/ban/ngay/${day}/doi`, { date: '2026-11-30', reason: 'Mất điện', venueId: '' })

    const list = await site.get('/ban/tin', officer)
    expect(list.text).toContain('Ngày thứ 6 tại chỗ dời sang Thứ Hai 30/11/2026')
    const page = /href="(\/ban\/tin\/[0-9a-f-]{36})"/.exec(list.html)![1]!
    const { text } = await site.get(page, officer)
    expect(text).toContain('Bà con đang đọc bản 1. Bản mới dưới đây chưa được duyệt.')
  })

  test('until the correction is approved, people are told so and nothing of it is aired', async () => {
    const news = await site.get('/vu-ban/tin')
    expect(news.text).toContain('Đã dời ngày')
    const item = /href="(\/vu-ban\/tin\/[0-9a-f-]{36})"/.exec(news.html)![1]!
    expect((await site.get(item)).text).toContain('Ngày này đã dời sang Thứ Hai 30/11/2026.')
    expect((await site.get('/ban/loa', announcer)).text).toContain('Đừng phát bài này nữa')
  })

  test('one that is called off long before is told of a week ahead, by the house itself', async () => {
    const day = fridays[1]!
    await post(`/ban/ngay/${day}/nghi`, { reason: 'Họp Hội đồng nhân dân' })
    const said = 'Ngày thứ 6 tại chỗ Thứ Sáu 04/12/2026 không tổ chức'
    expect((await site.get('/ban/tin', officer)).text).not.toContain(said)

    await draftDueBulletins({ ...site.owner(), now: new Date('2026-11-27T22:00:00Z') })

    expect((await site.get('/ban/tin', officer)).text).toContain(said)
  })
})

describe('writing', () => {
  test('personal data comes back beside its field, with everything typed', async () => {
    const { status, text, html } = await post(
      '/ban/tin/moi',
      form({ bodyVi: 'Gọi anh Tuấn 0912 345 678 để đăng ký.' }),
    )

    expect(status).toBe(422)
    expect(text).toContain('Có số điện thoại không phải của đơn vị: 0912 345 678')
    expect(html).toContain('Gọi anh Tuấn 0912 345 678 để đăng ký.')
    expect(html).toContain('value="Cắt điện sáng thứ Bảy"')
  })

  test('a change after approval is a new version that waits again', async () => {
    const page = await approved()
    const changed = await post(`${page}/sua`, form({ after: '1', titleVi: 'Cắt điện chiều' }))
    expect(changed.location).toBe(`${page}?xong=sua`)

    expect((await site.get(page.replace('/ban', '/vu-ban'))).text).toContain('sáng thứ Bảy')
    const stale = await post(`${page}/sua`, form({ after: '1' }))
    expect(stale.status).toBe(422)
    expect(stale.text).toContain('Bản tin vừa được người khác sửa')
  })

  test('the chairman gives it back with a reason, and without one is asked for it', async () => {
    const page = await write({ send: 'yes' })
    const empty = await post(`${page}/tra-lai`, { version: '1', reason: '' }, chairman)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Ghi lý do.')

    await post(`${page}/tra-lai`, { version: '1', reason: 'Ghi rõ thôn nào.' }, chairman)

    expect((await site.get(page, officer)).text).toMatch(/Lãnh đạo trả lại Ghi rõ thôn nào/)
  })

  test('withdrawn, its public page says that it is gone', async () => {
    const page = await approved()
    await post(`${page}/rut`, { withdrawReason: 'Nhầm' })

    const gone = await site.get(page.replace('/ban', '/vu-ban'))
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('Tin này không còn')
  })
})

describe('who may do what', () => {
  test('an announcer begins at today’s scripts; an administrator has no door here', async () => {
    const { login, password } = await site.hire('announcer')
    expect((await site.post('/dang-nhap', { login, password })).location).toBe('/ban/loa')
    const admin = (await site.enter('office_admin')).cookie
    for (const path of ['/ban/tin', '/ban/loa', '/ban/tin/cai-dat'])
      expect((await site.get(path, admin)).status).toBe(403)
  })

  test('an officer’s hand cannot approve', async () => {
    const page = await write({ send: 'yes' })
    const { status, text } = await post(`${page}/duyet`, { version: '1' })

    expect(status).toBe(422)
    expect(text).toContain('Có chỗ cần sửa')
    expect((await site.get(page.replace('/ban', '/vu-ban'))).status).toBe(404)
  })

  test('what comes next stands right below the words, and earlier versions are folded', async () => {
    const page = await write()
    await post(`${page}/sua`, form({ after: '1', bodyVi: 'Hoãn cắt điện.' }))

    const { text } = await site.get(page, officer)

    expect(text.indexOf('Gửi duyệt')).toBeLessThan(text.indexOf('Loa truyền thanh'))
    expect(text).toMatch(/Bản 2: Bản nháp .* 1 bản trước Bản 1: Bản nháp .*Cắt điện từ 5h/)
  })

  test('the chairman reads what is said otherwise on a channel and on the loudspeaker', async () => {
    const page = await write({ script: 'Loa đọc riêng câu này.' })
    await post(`${page}/chu`, { channel: 'sms', version: '1', 'text-sms': 'Mất điện thứ Bảy.' })
    await post(`${page}/gui`, { version: '1' })

    const { text } = await site.get(page, chairman)

    expect(text).toContain('Lời đọc riêng trên loa Loa đọc riêng câu này.')
    expect(text).toContain('Chữ riêng cho Tin nhắn SMS Mất điện thứ Bảy.')
  })

  test('the chairman reads and approves, but does not write', async () => {
    expect((await site.get('/ban/tin/moi', chairman)).status).toBe(403)
    expect((await post('/ban/tin/moi', form(), chairman)).status).toBe(403)
  })
})

describe('the loudspeaker', () => {
  test('the sheet is in words, says who approved, and warns while nobody has', async () => {
    const draft = await write()
    expect((await site.get(`${draft}/loa`, officer)).text).toContain('Chưa duyệt, không phát')

    const { text } = await site.get(`${await approved()}/loa`, announcer)

    expect(text).toContain('Cắt điện từ năm giờ đến mười một giờ ba mươi ngày hai mươi tám tháng')
    expect(text).toMatch(/Mức ưu tiên Khẩn cấp/)
    expect(text).toMatch(/Giờ phát 5 giờ 30, 17 giờ; đọc 2 lần mỗi lượt/)
    expect(text).toMatch(/Người duyệt Cán bộ Thử/)
    expect(text).not.toContain('Chưa duyệt')
  })

  test('the announcer says with one press that it was aired', async () => {
    await approved({ titleVi: 'Tin phát sáng nay', times: '05:30, 08:15, 17:00' })
    expect((await site.get('/ban/loa', announcer)).text).toMatch(
      /Tin phát sáng nay .*Lượt 8 giờ 15 Chưa tới giờ Lượt 17 giờ Chưa tới giờ/,
    )
    site.now = new Date('2026-11-26T01:20:00Z')
    const day = await site.get('/ban/loa', announcer)
    site.now = new Date('2026-11-26T00:30:00Z')
    expect(day.text).toMatch(/Lượt 8 giờ 15 Đã phát cả xã Lượt 17 giờ Chưa tới giờ/)
    expect(day.text).not.toContain('Lượt 5 giờ 30')
    const turn = new RegExp(
      'Tin phát sáng nay.*?action="(?<path>[^"]+/phat)".*?name="clientKey" value="(?<key>[^"]+)"',
      's',
    ).exec(day.html)!.groups!

    site.now = new Date('2026-11-26T01:20:00Z')
    const logged = await post(
      turn.path!,
      { clientKey: turn.key!, aired: 'yes', date: '2026-11-26', time: '08:15', from: 'day' },
      announcer,
    )
    const after = await site.get('/ban/loa', announcer)
    site.now = new Date('2026-11-26T00:30:00Z')

    expect(logged.location).toBe('/ban/loa?xong=phat')
    expect(after.text).toContain('Đã phát: Cả xã, 8 giờ 15')
    expect(after.text).not.toContain('Lượt 8 giờ 15')
  })

  test('what is urgent is to be aired at once, whatever its times', async () => {
    await approved({ titleVi: 'Xả lũ', times: '05:30' })
    const urgent = await site.get('/ban/loa', announcer)
    await approved({ titleVi: 'Họp thôn', times: '05:30', priority: 'normal' })
    const usual = await site.get('/ban/loa', announcer)

    expect(urgent.text).toContain('đến hết Thứ Bảy 28/11/2026; 5 giờ 30; đọc 2 lần mỗi lượt.')
    expect(urgent.text).toMatch(/Xả lũ .*Khẩn cấp: phát ngay Đã phát cả xã/)
    expect(usual.text.split('Họp thôn')[1]).not.toContain('phát ngay')
    site.now = new Date('2026-11-26T12:40:00Z')
    const { cookie } = await site.enter('announcer')
    const evening = await site.get('/ban/loa', cookie)
    site.now = new Date('2026-11-26T00:30:00Z')
    expect(evening.text).toContain('Xả lũ')
    expect(evening.text).not.toContain('phát ngay')
  })

  test('times are taken as people write them', async () => {
    const page = await approved({ times: '17 giờ, 5h30' })

    expect((await site.get(`${page}/loa`, announcer)).text).toContain('Giờ phát 5 giờ 30, 17 giờ;')
  })

  test('or why not, for a hamlet; without a reason it is asked for', async () => {
    const page = await approved()
    const { html } = await site.get(`${page}/phat`, announcer)
    const hamlet = /name="hamletIds\[\]" value="([^"]+)"/.exec(html)![1]!
    const log = { clientKey: crypto.randomUUID(), aired: 'no', date: '2026-11-26', time: '05:30' }
    const missing = await post(`${page}/phat`, { ...log, 'hamletIds[]': [hamlet] }, announcer)
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('Ghi lý do.')

    await post(
      `${page}/phat`,
      { ...log, 'hamletIds[]': [hamlet], reason: 'Cụm loa hỏng' },
      announcer,
    )

    expect((await site.get(page, announcer)).text).toMatch(
      /Thôn Tiền, 5 giờ 30.*Cụm loa hỏng.*Không phát được/,
    )
  })

  test('without a voice the page says how to get one, and the sheet is there all the same', async () => {
    const page = await write()
    const { text } = await site.get(page, officer)

    expect(text).toContain('Máy này chưa có giọng đọc')
    expect(text).toContain('apt-get install espeak-ng')
    expect((await site.get(`${page}/am-thanh/1.mp3`, officer)).status).toBe(503)
    expect((await site.get(`${page}/loa`, officer)).status).toBe(200)
  })

  test('what is heard is an MP3 or a WAV, or the office’s own recording', async () => {
    const { database, sealer } = site.office
    const app = createApp({
      ...{ database, sealer, publicUrl: 'http://localhost', now: () => site.now },
      speech: openSpeech({ dataDir, engine }),
    })
    const page = await write()
    const listen = async (file: string) =>
      app.request(`${page}/am-thanh/${file}`, { headers: { cookie: officer } })

    expect((await listen('1.mp3')).headers.get('content-type')).toBe('audio/mpeg')
    const wav = Buffer.from(await (await listen('1.wav')).arrayBuffer())
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
    expect((await listen('2.mp3')).status).toBe(404)

    const own = new FormData()
    own.set('version', '1')
    // Larger than any other form may be.
    own.set('recording', new File([wav, new Uint8Array(1_000_000)], 'tin.wav'))
    const headers = { cookie: officer, origin: 'http://localhost' }
    const sent = await app.request(`${page}/thu-am`, { method: 'POST', body: own, headers })
    expect(sent.status).toBe(303)
    const heard = Buffer.from(await (await listen('1.mp3')).arrayBuffer())
    expect(heard.length).toBe(wav.length + 1_000_000)
    await post(`${page}/gui`, { version: '1' })
    await post(`${page}/duyet`, { version: '1' }, chairman)
    // This site has no voice of its own.
    const onAir = await site.get('/ban/loa', announcer)
    expect(onAir.text).toContain('Bản thu của đơn vị')
    expect(onAir.html).toContain(`src="${page}/am-thanh/1.mp3"`)

    own.set('recording', new File(['<html>'], 'tin.mp3'))
    const wrong = await app.request(`${page}/thu-am`, { method: 'POST', body: own, headers })
    expect(await wrong.text()).toContain('Chọn tệp âm thanh MP3 hoặc WAV.')
    own.set('recording', new File([new Uint8Array(14_000_000)], 'tin.mp3'))
    const large = await app.request(`${page}/thu-am`, { method: 'POST', body: own, headers })
    expect(large.status).toBe(413)
  })
})

describe('the channels', () => {
  test('nothing goes out that is not approved', async () => {
    const page = await write()

    expect((await site.get(`${page}/kenh`, officer)).text).toContain(
      'Bản tin chưa duyệt nên chưa đưa đi được.',
    )
    const { text, status } = await post(`${page}/kenh`, {
      ...{ channel: 'zalo', version: '1', link: '', note: 'Đã gửi' },
    })
    expect([status, text.includes('Bản tin chưa được duyệt')]).toEqual([422, true])
  })

  test('each has its own words with its own link, and its state', async () => {
    const page = await approved()
    const id = page.split('/').at(-1)!
    const { html } = await site.get(`${page}/kenh`, officer)
    for (const channel of ['cong-tin', 'facebook', 'zalo', 'truong-thon', 'bang-tin'])
      expect(html).toContain(`http://localhost/vu-ban/tin/${id}?tu=${channel}`)

    const none = await post(`${page}/kenh`, { channel: 'zalo', version: '1', link: '', note: '' })
    expect(none.status).toBe(422)
    expect(none.html).toMatch(/id="o-link-zalo-error"[^>]*>Dán đường dẫn/)

    const link = 'https://zalo.me/123'
    const sent = await post(`${page}/kenh`, { channel: 'zalo', version: '1', link, note: '' })
    expect(sent.location).toBe(`${page}/kenh?xong=kenh#zalo`)
    expect((await site.get(page, officer)).text).toMatch(/Zalo OA Đã đăng/)
  })

  test('the first that is to be posted stands open, the others are folded to a line', async () => {
    const page = await approved()
    const open = async () => (await site.get(`${page}/kenh`, officer)).html.match(/id="\w+" open/g)
    expect(await open()).toEqual(['id="website" open'])

    const proof = { channel: 'website', version: '1', link: 'https://xa.vn/1', note: '' }
    await post(`${page}/kenh`, proof)

    expect(await open()).toEqual(['id="facebook" open'])
  })

  test('a channel that shows older words says so', async () => {
    const page = await approved()
    const proof = { channel: 'facebook', version: '1', link: 'https://fb.com/1', note: '' }
    await post(`${page}/kenh`, proof)
    await post(`${page}/sua`, form({ after: '1', bodyVi: 'Hoãn cắt điện.', send: 'yes' }))
    await post(`${page}/duyet`, { version: '2' }, chairman)

    expect((await site.get(page, officer)).text).toMatch(/Facebook Đang là bản 1, cần sửa lại/)
  })

  test('too long for a channel: what is cut is shown, and a shorter one offered', async () => {
    const page = await approved({ bodyVi: 'Một câu rất dài của bản tin này. '.repeat(40) })

    const { text } = await site.get(`${page}/kenh`, officer)

    expect(text).toContain('Dài quá 500 chữ, phần dưới đây dễ bị cắt:')
    expect(text).toContain('Bản ngắn hơn: Trưởng thôn')
  })
})

describe('settings and templates', () => {
  const setting = {
    ...{ voice: 'south', times: '05:15, 17:30', repeats: '1', wordsPerMinute: '150' },
    publicPhones: '113',
  }

  test('are kept, and a wrong time comes back beside its field', async () => {
    const wrong = await post('/ban/tin/cai-dat', { ...setting, times: 'sáng sớm' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('“sáng sớm” không phải giờ')

    await post('/ban/tin/cai-dat', setting)

    expect((await site.get('/ban/tin/cai-dat', officer)).html).toContain('value="05:15, 17:30"')
    await post('/ban/tin/cai-dat/chu-tat', { written: 'TPĐ', spoken: 'tổ phụ nữ đảm' })
    expect((await site.get('/ban/tin/cai-dat', officer)).text).toContain('tổ phụ nữ đảm')
  })

  test('a template with a name that nobody can fill is refused', async () => {
    const template = { after: '0', titleVi: 'A', bodyVi: 'Gặp {ho_ten}', titleEn: '', bodyEn: '' }
    const refused = await post('/ban/tin/mau/moved', template)
    expect(refused.text).toContain('Không có ô {ho_ten}')

    const kept = await post('/ban/tin/mau/moved', { ...template, bodyVi: 'Dời sang {ngay}.' })
    expect(kept.location).toBe('/ban/tin/mau?xong=mau')
    const shown = await site.get('/ban/tin/mau', officer)
    expect(shown.text).toMatch(/Mẫu thứ 1 .*Dời sang Thứ \S+ \d\d\/1\d\/2026\./)
    const edited = await site.get('/ban/tin/mau/moved', officer)
    expect(edited.text).toMatch(/Dời sang {ngay}\..*{ly_do} lý do dời hoặc nghỉ Mất điện /)
  })

  test.each([
    [{ bodyVi: 'Ngày {ngày}' }, 'Không có ô {ngày}'],
    [{ bodyVi: 'Ngày {ngay' }, 'Không có ô {ngay}'],
    [{ titleEn: 'Moved' }, 'tiếng Anh'],
  ])('a template that would spoil each draft is refused %#', async (differs, said) => {
    const template = { after: '0', titleVi: 'A', bodyVi: 'B', titleEn: '', bodyEn: '' }
    const { status, text } = await post('/ban/tin/mau/changed', { ...template, ...differs })

    expect([status, text.split('Có chỗ cần sửa')[1]]).toEqual([422, expect.stringContaining(said)])
  })

  test('a loudspeaker system fetches by an address that is shown once', async () => {
    const page = await approved({ titleVi: 'Cho loa tự lấy' })
    const made = await post('/ban/tin/cai-dat/mo-nguon', { name: 'Loa thông minh' })
    const [, path] = /<code>http:\/\/localhost(\/vu-ban\/loa\/[\w-]+)<\/code>/.exec(made.html)!
    expect((await site.get('/ban/tin/cai-dat', officer)).html).not.toContain(path!)

    const list = JSON.parse((await site.get(path!)).html) as {
      items: { id: string; priority: string; times: string[]; repeats: number; sound: string }[]
    }
    const item = list.items.find((it) => page.endsWith(it.id))!
    expect(item).toMatchObject({ priority: 'urgent', times: ['05:30', '17:00'], repeats: 2 })
    const m3u = (await site.get(`${path}/danh-sach.m3u`)).html
    expect(m3u.startsWith('#EXTM3U\n')).toBe(true)
    expect(m3u.split(item.sound)).toHaveLength(3)
    expect((await site.get(item.sound.replace('http://localhost', ''))).status).toBe(503)
    expect((await site.get('/vu-ban/loa/khong-phai-ma')).status).toBe(404)

    const { html } = await site.get('/ban/tin/cai-dat', officer)
    const id = /name="id" value="([^"]+)"/.exec(html)![1]!
    await post('/ban/tin/cai-dat/dong-nguon', { id })
    expect((await site.get(path!)).status).toBe(404)
  })
})

import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { addHamlet } from '#src/modules/offices/index.ts'
import {
  approveBulletin,
  submitBulletin,
  withdrawBulletin,
  writeBulletin,
} from '#src/modules/outreach/index.ts'
import { makeLink } from '#src/modules/reach/index.ts'
import { createApp } from '#src/web/app.tsx'
import { hiredAs } from '#test/office.ts'
import { useSite } from '#test/site.ts'

const site = useSite()
const date = (iso: string) => Temporal.PlainDate.from(iso)
let chairman: Ctx
let hamletId: string
let id: string
let get: (path: string) => Promise<Response>

beforeAll(async () => {
  chairman = await hiredAs(site.office, 'chairman')
  const system: Ctx = { ...site.office, actor: { kind: 'system', job: 'test' } }
  hamletId = (await addHamlet(system, { name: 'Thôn Tiền & Hậu' })).id
  id = await tell({
    titleVi: 'Tiêm phòng <cho trẻ> & người già',
    bodyVi: 'Sáng 25/11.\nTại trạm y tế < 5 km.',
    titleEn: 'Vaccination',
    bodyEn: 'On 25 November.',
  })
  const { database, sealer } = site.office
  const publicUrl = 'https://taicho.example'
  const app = createApp({ database, sealer, publicUrl, now: () => site.now })
  get = async (path) => app.request(path)
})

async function tell(text: {
  titleVi: string
  bodyVi: string
  titleEn: string
  bodyEn: string
}): Promise<string> {
  const { id } = await writeBulletin(site.officer, {
    clientKey: crypto.randomUUID(),
    text: { ...text, script: null },
    priority: 'normal',
    air: { from: date('2026-11-20'), to: date('2026-11-25'), times: [], repeats: 1 },
  })
  await submitBulletin(site.officer, { bulletinId: id, version: 1 })
  await approveBulletin(chairman, { bulletinId: id, version: 1 })
  return id
}

describe('the news page', () => {
  test('shows what was approved, in the language being read', async () => {
    expect((await site.get('/vu-ban/tin')).text).toContain('người già')
    const { text } = await site.get(`/en/vu-ban/tin/${id}`)
    expect(text).toContain('Vaccination On 25 November.')
  })

  test('where there is no English, the Vietnamese is marked as such', async () => {
    const only = await tell({ titleVi: 'Chỉ tiếng Việt', bodyVi: 'Nội.', titleEn: '', bodyEn: '' })

    expect((await site.get(`/en/vu-ban/tin/${only}`)).html).toContain('<article lang="vi">')
    await withdrawBulletin(chairman, { bulletinId: only, reason: 'Xong' })
    expect((await site.get(`/vu-ban/tin/${only}`)).status).toBe(404)
  })

  test('what is not there says so: no id, nobody’s id', async () => {
    for (const path of ['/vu-ban/tin/abc', `/vu-ban/tin/${crypto.randomUUID()}`]) {
      const page = await site.get(path)
      expect([page.status, page.text.includes('Tin này không còn')]).toEqual([404, true])
    }
  })
})

describe('feeds, as a reader of somebody else’s making understands them', () => {
  const url = () => `https://taicho.example/vu-ban/tin/${id}`
  const title = 'Tiêm phòng <cho trẻ> & người già'

  test('RSS', async () => {
    const answer = await get('/vu-ban/tin.rss')
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')

    const feed = parseRssFeed(await answer.text())

    expect(feed.language).toBe('vi')
    const item = feed.items!.find((it) => it.guid?.value === `urn:uuid:${id}`)!
    expect(item).toMatchObject({ title, link: `${url()}?tu=rss` })
    // Readers show it as HTML: a paragraph a line, and no sign of the text taken for a tag.
    expect(item.description).toBe('<p>Sáng 25/11.</p><p>Tại trạm y tế &lt; 5 km.</p>')
    expect(new Date(item.pubDate as string).getTime()).toBe(site.office.now.getTime())
  })

  test('Atom', async () => {
    const feed = parseAtomFeed(await (await get('/vu-ban/tin.atom')).text())

    expect(feed.id).toBe('https://taicho.example/vu-ban/tin')
    const entry = feed.entries!.find((it) => it.id === `urn:uuid:${id}`)!
    expect(JSON.stringify(entry.title)).toContain('người già')
    expect(entry.links![0]!.href).toBe(`${url()}?tu=atom`)
    expect(entry.updated).toBe(site.office.now.toISOString())
  })

  test('JSON Feed', async () => {
    const feed = parseJsonFeed(await (await get('/vu-ban/tin.json')).text())

    expect(feed.feed_url).toBe('https://taicho.example/vu-ban/tin.json')
    const item = feed.items!.find((it) => it.id === `urn:uuid:${id}`)!
    expect(item).toMatchObject({ title, url: `${url()}?tu=json`, language: 'vi' })
  })

  test('in English behind /en', async () => {
    const feed = parseRssFeed(await (await get('/en/vu-ban/tin.rss')).text())

    expect(feed.language).toBe('en')
    expect(feed.items!.map((it) => it.title)).toContain('Vaccination')
  })
})

describe('the block for other sites', () => {
  test('may be shown in a frame anywhere, and no other page may', async () => {
    const block = await get('/vu-ban/nhung')
    expect(block.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(block.headers.get('x-frame-options')).toBeNull()
    const html = await block.text()
    expect(html).toContain('<base target="_blank"')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<form')

    for (const path of ['/vu-ban', '/vu-ban/tin', `/vu-ban/tin/${id}`, '/dang-nhap']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
    }
  })

  test('its script and its news may be fetched from anywhere', async () => {
    const script = await get('/vu-ban/nhung.js')
    expect(script.headers.get('access-control-allow-origin')).toBe('*')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(await script.text()).toContain('commune-news')
    const feed = await get('/vu-ban/tin.json')
    expect(feed.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('an officer’s page cannot be framed by an address that looks alike', async () => {
    for (const path of ['/ban/nhung', '/quan-tri/nhung']) {
      const { status, headers } = await get(path)
      expect([status, headers.get('content-security-policy')?.includes('*')]).not.toEqual([
        200,
        true,
      ])
    }
  })
})

describe('sheets to print', () => {
  test('each hamlet has a QR code of its own', async () => {
    const all = await site.get(`/vu-ban/tin/${id}/to-dan`)
    const one = await site.get(`/vu-ban/tin/${id}/to-dan?thon=${hamletId}`)

    expect(one.text).toContain('Dành cho Thôn Tiền & Hậu')
    const code = (html: string) => /<path fill="#000" d="([^"]+)"/.exec(html)![1]
    expect(code(one.html)).not.toBe(code(all.html))
    expect(all.text).toContain('Bản 1, duyệt ngày 20/11/2026')
  })

  test('one with a short link carries that, as the PDF of the office does', async () => {
    const link = await makeLink(site.officer, { channel: 'poster', target: 'book', hamletId })

    const { text } = await site.get(`/vu-ban/tin/${id}/to-dan?thon=${hamletId}`)

    expect(text).toContain(`hoặc mở /vu-ban/d/${link.code}`)
  })

  test('the leaflet too; a hamlet of nobody is the whole commune', async () => {
    const { status, text } = await site.get(`/vu-ban/tin/${id}/to-roi?thon=x`)

    expect(status).toBe(200)
    expect(text).not.toContain('Dành cho')
  })

  test('nothing is printed that was not approved', async () => {
    expect((await site.get(`/vu-ban/tin/${crypto.randomUUID()}/to-dan`)).status).toBe(404)
  })
})

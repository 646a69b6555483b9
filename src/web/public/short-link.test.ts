import { randomInt } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { addHamlet } from '#src/modules/offices/index.ts'
import { listAppointments } from '#src/modules/queue/index.ts'
import { findHeard, listLinks, makeLink, type Link } from '#src/modules/reach/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { asOfficer } from '#test/office.ts'
import { planUntil, useSite, type Page } from '#test/site.ts'

const site = useSite()
let fridays: ServiceDay[]
let link: Link
let thon: string

const phone = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 13; SM-A047F) AppleWebKit/537.36 Zalo android/2300',
}
const announcer = () => asOfficer({ ...site.office, now: site.now }, ['outreach.write'])
const today = Temporal.PlainDate.from('2026-11-16')

beforeAll(async () => {
  site.now = new Date('2026-11-16T01:00:00Z')
  fridays = await planUntil(site, '2026-11-16', '2026-12-15')
  const admin = asOfficer(site.office, ['offices.edit'])
  thon = (await addHamlet(admin, { name: 'Thôn Quét Mã', households: 90 })).id
  link = await makeLink(announcer(), { channel: 'poster', target: 'book', hamletId: thon })
})

const opened = async () => (await listLinks(announcer(), { from: today, to: today }))[0]!.opened
const placeOf = (page: Page) => page.headers.get('location') ?? ''
const hidden = (page: Page, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? ''
const path = () => `/vu-ban/d/${link.code}`

test('a code from paper leads to booking, says from where, is counted, and sets no cookie', async () => {
  const page = await site.get(path(), phone)
  expect(page.status).toBe(302)
  expect(placeOf(page)).toBe(`/vu-ban/dat-lich?tu=bang-tin&thon=${thon}`)
  expect(page.headers.get('set-cookie')).toBeNull()
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await opened()).toBe(1)
  const english = await site.get(`/en${path()}`, phone)
  expect(placeOf(english)).toBe(`/en/vu-ban/dat-lich?tu=bang-tin&thon=${thon}`)
})

test('twenty phones at once are counted as twenty', async () => {
  const before = await opened()
  await Promise.all(Array.from({ length: 20 }, () => site.get(path(), phone)))
  expect(await opened()).toBe(before + 20)
})

test.each([
  ['a search engine', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
  ['a chat that draws a preview', { 'user-agent': 'facebookexternalhit/1.1' }],
  ['a browser that fetches ahead', { ...phone, 'sec-purpose': 'prefetch' }],
  ['a program without a name', { 'user-agent': '' }],
])('%s is led on and not counted', async (_, headers) => {
  const before = await opened()
  expect((await site.get(path(), headers)).status).toBe(302)
  expect(await opened()).toBe(before)
})

test('a code that nobody knows leads home', async () => {
  expect(placeOf(await site.get('/vu-ban/d/zzzzz', phone))).toBe('/vu-ban')
  expect(placeOf(await site.get("/vu-ban/d/'--", phone))).toBe('/vu-ban')
})

test('how the person came travels through the pages of a booking without a cookie, and is kept once', async () => {
  const came = `tu=bang-tin&amp;thon=${thon}`
  const choose = await site.get(placeOf(await site.get(path(), phone)))
  expect(choose.html).toContain(`<input type="hidden" name="thon" value="${thon}"/>`)
  const day = `/vu-ban/dat-lich/${fridays[0]!.id}`
  const times = await site.get(`${day}?tu=bang-tin&thon=${thon}`)
  expect(times.html).toContain(`action="${day}?${came}"`)
  const held = await site.post(`${day}?tu=bang-tin&thon=${thon}`, {
    ...{ khoa: hidden(times, 'khoa'), gio: '08:00' },
    'dien-thoai': `09${String(randomInt(1e8)).padStart(8, '0')}`,
  })
  const form = await site.get(placeOf(held))
  expect(form.text).toContain('Bà con biết tin qua đâu?')
  expect(form.html).toMatch(/value="poster" checked/)
  const booked = await site.post(placeOf(held), {
    ...{ khoa: hidden(form, 'khoa'), ten: 'Nguyễn Văn Quét', biet: 'neighbour' },
  })
  expect(placeOf(booked)).toMatch(/\/vu-ban\/hen\/[\w-]+\?xong=dat$/)
  const [made] = await listAppointments(
    asOfficer({ ...site.office, now: site.now }, ['queue.run', 'requests.read']),
    { serviceDayId: fridays[0]!.id },
  )
  expect(await findHeard(site.office, { appointmentId: made!.id })).toEqual({
    ...{ channel: 'neighbour', hamletId: thon, businessId: null },
  })
})

test('who says nothing books all the same, and words in an address that mean nothing say nothing', async () => {
  const lost = '?tu=khong-ai&thon=xyz'
  const day = `/vu-ban/dat-lich/${fridays[1]!.id}${lost}`
  const times = await site.get(day)
  expect(times.html).not.toContain('khong-ai')
  const held = await site.post(day, {
    ...{ khoa: hidden(times, 'khoa'), gio: '09:00' },
    'dien-thoai': `09${String(randomInt(1e8)).padStart(8, '0')}`,
  })
  const form = await site.get(placeOf(held))
  const booked = await site.post(placeOf(held), {
    ...{ khoa: hidden(form, 'khoa'), ten: 'Nguyễn Thị Im', biet: 'lời đồn' },
  })
  expect(booked.status).toBe(303)
})

test('it travels from the home page too, and stays off one’s own appointment', async () => {
  const home = await site.get(`/vu-ban?tu=to-roi&thon=${thon}`)
  expect(home.html).toContain(`/vu-ban/dat-lich?tu=to-roi&amp;thon=${thon}`)
  expect(home.html).toContain('href="/vu-ban/tra-cuu"')
  expect(home.html).toContain('href="/dang-nhap"')
})

test('the page that asks stays light', async () => {
  const day = `/vu-ban/dat-lich/${fridays[0]!.id}?tu=bang-tin&thon=${thon}`
  const times = await site.get(day)
  const held = await site.post(day, {
    ...{ khoa: hidden(times, 'khoa'), gio: '10:00' },
    'dien-thoai': `09${String(randomInt(1e8)).padStart(8, '0')}`,
  })
  const form = await site.get(placeOf(held))
  for (const page of [times, form]) expect(gzipSync(page.html).length).toBeLessThan(20 * 1024)
  expect(form.html).not.toContain('<script')
})

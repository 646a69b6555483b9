import { expect, test } from 'vitest'
import { cancelServiceDay, closeServiceDay } from '#src/modules/service-days/index.ts'
import { useHall } from '#test/hall.ts'

const hall = useHall()
const at = (clock: string) => (hall.now = new Date(`${clock}+07:00`))

async function read(path = '/vu-ban/bang-so') {
  const answer = await fetch(hall.url + path)
  const html = await answer.text()
  const [, clips] = /data-clips="([^"]*)"/.exec(html) ?? []
  const text = html
    .replace(/<head.*?<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  return { status: answer.status, headers: answer.headers, html, text, clips }
}

test('before it opens the board says when', async () => {
  at('2026-11-20T07:00')
  expect((await read()).text).toContain('Chưa mở cửa Mở cửa lúc 7 giờ 30')
  at('2026-11-20T07:40')
  expect((await read()).text).toContain('Cán bộ đang chuẩn bị')
})

test('open, and nobody was called yet', async () => {
  await hall.open()
  at('2026-11-20T08:00')
  const { text, status, headers } = await read()
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(text).toContain('Ngày thứ 6 tại chỗ')
  expect(text).toContain('Chưa gọi ai')
  expect(text).toContain('Chưa có ai chờ')
  expect(text).toContain('08:00')
  expect(text).toContain('Đúng lúc 8 giờ')
})

test('a call stands large, with its counter and what is said aloud', async () => {
  for (let i = 0; i < 8; i++) await hall.take({ name: 'Trần Văn Kín' })
  at('2026-11-20T08:10')
  await hall.call(2)
  const { text, clips } = await read()
  expect(text).toContain('Mời số 001 Quầy 2')
  expect(text, 'nobody was called before').not.toContain('Vừa gọi')
  expect(text).toMatch(
    /7 người đang chờ · ?khoảng \d+–\d+ phút|7 người đang chờ khoảng \d+–\d+ phút/,
  )
  expect(text).not.toContain('Kín')
  const said = clips!.split(' ').map((it) => /speech-([\w-]+?)\.[0-9a-f]{10}\.mp3$/.exec(it)?.[1])
  expect(said).toEqual(['chuong', 'moi-so', 'so-0', 'so-0', 'so-1', 'den-quay', 'quay-2'])
  for (const clip of clips!.split(' ')) {
    const sound = await fetch(hall.url + clip)
    expect(sound.headers.get('content-type')).toBe('audio/mpeg')
  }
})

test('counters that call within half a minute stand there together; the last three stay below', async () => {
  at('2026-11-20T08:15:00')
  await hall.call(1)
  at('2026-11-20T08:20:00')
  await hall.call(1)
  at('2026-11-20T08:20:20')
  await hall.call(2)
  const { html } = await read()
  const now = /<ul class="board-now".*?<\/ul>/s.exec(html)![0]
  expect([...now.matchAll(/<b[^>]*>(\d+)<\/b>/g)].map((it) => it[1])).toEqual(['004', '003'])
  const before = /<section class="board-before".*?<\/section>/s.exec(html)![0]
  expect([...before.matchAll(/<b[^>]*>(\d+)<\/b>/g)].map((it) => it[1])).toEqual(['002', '001'])
})

test('at noon it says when it goes on', async () => {
  at('2026-11-20T12:00')
  expect((await read()).text).toContain('Nghỉ trưa, làm lại lúc 13 giờ 30')
})

test('large print and English are the same board', async () => {
  expect((await read('/vu-ban/bang-so?chu=lon')).html).toContain('class="board big"')
  expect((await read('/en/vu-ban/bang-so')).text).toContain('Counter 2')
})

test('without script the page loads anew by itself, and nothing in it needs inline script or style', async () => {
  const { html, headers } = await read()
  expect(html).toContain('<noscript><meta http-equiv="refresh" content="20"')
  expect(html).not.toMatch(/ style="|<script(?![^>]*src=)/)
  expect(headers.get('content-security-policy')).toContain("media-src 'self'")
})

test('closed, cancelled and no day at all: when the next one is', async () => {
  await closeServiceDay(hall.system(), { serviceDayId: hall.dayId, reason: 'Hết việc' })
  expect((await read()).text).toContain('Hôm nay đã nghỉ Ngày tới: Thứ Sáu 27/11/2026')
  at('2026-11-25T09:00')
  expect((await read()).text).toContain(
    'Hôm nay không có ngày phục vụ Ngày tới: Thứ Sáu 27/11/2026',
  )
  const next = await hall.dayOn('2026-11-27')
  await cancelServiceDay(hall.system(), { serviceDayId: next, reason: 'Bão' })
  at('2026-11-27T09:00')
  expect((await read()).text).toContain('Hôm nay không phục vụ Ngày tới sẽ được báo sau.')
})

test('an office that is not here has no board', async () => {
  expect((await fetch(`${hall.url}/khong-co/bang-so`)).status).toBe(404)
  expect((await fetch(`${hall.url}/khong-co/bang-so/luong`)).status).toBe(404)
})

import { request } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { useHall } from '#test/hall.ts'
import { countStreams, endStreams } from './live.ts'

const hall = useHall()
const open: { stop: () => void }[] = []

afterEach(() => {
  for (const page of open.splice(0)) page.stop()
})

type Told = { event: string; html?: string; clock: string; at: string }

/** A page that is open, over a real socket. */
function watch(path: string) {
  const told: Told[] = []
  let raw = ''
  let ended = false
  let headers: Record<string, unknown> = {}
  const asked = request(hall.url + path, (answer) => {
    headers = answer.headers
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      raw += text
      told.length = 0
      for (const [, event, data] of raw.matchAll(/event: (\w+)\ndata: (.*)\n\n/g))
        told.push({ event: event!, ...(JSON.parse(data!) as Omit<Told, 'event'>) })
    })
    answer.on('close', () => (ended = true))
  })
  asked.on('error', () => (ended = true))
  asked.end()
  const page = {
    told,
    states: () => told.filter((it) => it.event === 'state'),
    shown: () => told.findLast((it) => it.event === 'state')?.html ?? '',
    raw: () => raw,
    ended: () => ended,
    headers: () => headers,
    stop: () => asked.destroy(),
  }
  open.push(page)
  return page
}

const board = '/vu-ban/bang-so/luong'
const wait = { timeout: 10_000, interval: 20 }

test('a board that is open turns when the day opens, and with every call', async () => {
  const page = watch(board)
  await vi.waitFor(() => expect(page.shown()).toContain('Chưa mở cửa'), wait)
  expect(page.headers()).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    'cache-control': 'no-store, no-transform',
  })
  expect(page.headers()).not.toHaveProperty('content-encoding')
  expect(page.raw()).toMatch(/^retry: \d+\n\n/)

  await hall.open()
  await vi.waitFor(() => expect(page.shown()).toContain('Chưa gọi ai'), wait)
  const { code } = await hall.take()
  await vi.waitFor(() => expect(page.shown()).toContain('1 người đang chờ'), wait)
  await hall.call(2)
  await vi.waitFor(() => expect(page.shown()).toContain(`${code}</b>`), wait)
  expect(page.shown()).toContain('Quầy 2')
  expect(page.told.at(-1)).toMatchObject({ clock: '08:30', at: '8 giờ 30' })
})

test('the first picture of the page and what is told later are the same words', async () => {
  const page = watch(board)
  await vi.waitFor(() => expect(page.shown()).not.toBe(''), wait)
  const whole = await (await fetch(`${hall.url}/vu-ban/bang-so`)).text()
  expect(whole).toContain(page.shown())
})

test('every page is told in its own language', async () => {
  const [vi_, en] = [watch(board), watch(`/en${board}`)]
  await vi.waitFor(() => expect(vi_.shown()).toContain('Quầy 2'), wait)
  await vi.waitFor(() => expect(en.shown()).toContain('Counter 2'), wait)
})

test('nobody’s name, phone or papers go over the line', async () => {
  const page = watch(board)
  const ticket = await hall.take({ name: 'Nguyễn Thị Riêng', phone: '0912345678' })
  const phone = watch(`/vu-ban/so/${ticket.token}/luong`)
  await hall.call(1)
  await vi.waitFor(() => expect(page.shown()).toContain(`${ticket.code}</b>`), wait)
  await vi.waitFor(() => expect(phone.shown()).toContain(ticket.code), wait)
  for (const { raw } of [page, phone]) {
    expect(raw()).not.toMatch(/Riêng|0912|345678/)
  }
  expect(page.raw()).not.toContain(ticket.token)
  expect(page.raw()).not.toContain(ticket.visitId)
})

test('a hundred pages and a burst of numbers ask the database for the board a few times only', async () => {
  const pages = Array.from({ length: 100 }, () => watch(board))
  await vi.waitFor(() => expect(pages.every((it) => it.shown() !== '')).toBe(true), wait)
  const before = await readings()
  const burst = 30
  await Promise.all(Array.from({ length: burst }, () => hall.take()))
  const waiting = /(\d+) người đang chờ/
  await vi.waitFor(() => {
    for (const page of pages) expect(Number(waiting.exec(page.shown())?.[1])).toBe(burst)
  }, wait)
  // Each change asks for a reading; while one runs the others ask for one more together.
  expect((await readings()) - before).toBeLessThan(burst * 2)
})

test('a listening connection that was killed is said to the pages, and comes back with what they missed', async () => {
  const page = watch(board)
  await vi.waitFor(() => expect(page.shown()).toContain('đang chờ'), wait)
  await hall.take()
  await vi.waitFor(() => expect(page.shown()).toContain('31 người đang chờ'), wait)
  const states = page.states().length

  await hall.office.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`,
  )
  await hall.take()

  await vi.waitFor(() => expect(page.told.some((it) => it.event === 'cut')).toBe(true), wait)
  await vi.waitFor(() => expect(page.shown()).toContain('32 người đang chờ'), wait)
  expect(page.states().length).toBeGreaterThan(states)
  expect(page.ended()).toBe(false)
})

test('who closes the page is forgotten', async () => {
  const count = () => countStreams(hall.office.database)
  await vi.waitFor(() => expect(count()).toBe(0), wait)
  const page = watch(board)
  await vi.waitFor(() => expect(count()).toBe(1), wait)
  page.stop()
  await vi.waitFor(() => expect(count()).toBe(0), wait)
})

test('when the server stops, every stream ends at once', async () => {
  const pages = [watch(board), watch(board)]
  await vi.waitFor(() => expect(pages.every((it) => it.shown() !== '')).toBe(true), wait)
  endStreams(hall.office.database)
  await vi.waitFor(() => expect(pages.every((it) => it.ended())).toBe(true), wait)
  const late = await fetch(hall.url + board)
  expect(late.status).toBe(503)
})

/** How often the last calls were read, as PostgreSQL counts what looked through the visits. */
async function readings(): Promise<number> {
  // Every session writes its counts at most once a second.
  await new Promise((resolve) => setTimeout(resolve, 1200))
  const { rows } = await hall.office.owner.query<{ n: string }>(
    "select idx_scan + seq_scan as n from pg_stat_user_tables where relname = 'sitting'",
  )
  return Number(rows[0]!.n)
}

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addKiosk, bookForCaller, listKiosks, removeKiosk } from '#src/modules/queue/index.ts'
import { useHall } from '#test/hall.ts'

const hall = useHall()
let kiosk = ''

beforeAll(async () => {
  const added = await addKiosk(hall.system(), { name: 'Máy ở cửa chính' })
  kiosk = `/may-lay-so/${added.token}`
})

type Screen = { status: number; url: string; html: string; text: string; key: string }

async function ask(path: string, form?: Record<string, string>): Promise<Screen> {
  const answer = await fetch(
    hall.url + path,
    form && {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: hall.url },
    },
  )
  const html = await answer.text()
  const text = html
    .replace(/<head.*?<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  const [, key = ''] = /name="clientKey" value="([^"]+)"/.exec(html) ?? []
  return { status: answer.status, url: new URL(answer.url).pathname, html, text, key }
}

const numberOn = (screen: Screen) => /Số của bà con (\S+)/.exec(screen.text)?.[1]

async function book(start: string, date = hall.dayId) {
  return bookForCaller(hall.system(), {
    clientKey: randomUUID(),
    serviceDayId: date,
    start: Temporal.PlainTime.from(start),
    procedureCodes: [],
    phone: null,
    personName: 'Lê Thị Hẹn',
    bookerName: null,
    note: null,
  })
}

test('before the day opens the machine says when, and gives nothing', async () => {
  hall.now = new Date('2026-11-20T07:00+07:00')
  expect((await ask(kiosk)).text).toContain('Mở cửa lúc 7 giờ 30')
  const pressed = await ask(`${kiosk}/lay-so`, { clientKey: randomUUID() })
  expect(pressed.url).toBe(kiosk)
  await hall.open()
  hall.now = new Date('2026-11-20T08:00+07:00')
})

test('two presses and a ticket: number, how many wait, where to follow it', async () => {
  expect((await ask(kiosk)).text).toContain('Lấy số')
  const choose = await ask(`${kiosk}/lay-so`)
  expect(choose.text).toContain('Bà con làm giấy tờ gì?')
  expect(choose.text).toContain('độc thân')
  const ticket = await ask(`${kiosk}/lay-so`, { clientKey: choose.key, procedure: '1.004873' })
  expect(ticket.status).toBe(200)
  expect(numberOn(ticket)).toBe('001')
  expect(ticket.text).toContain('Chưa có ai chờ trước')
  expect(ticket.html).toContain('class="qr"')
  const { rows } = await hall.office.owner.query('select procedure_code from queue.visit_procedure')
  expect(rows).toEqual([{ procedure_code: '1.004873' }])
})

test('the button pressed twice gives one number; the next person gets the next', async () => {
  const { key } = await ask(`${kiosk}/lay-so`)
  const pressed = await Promise.all(
    Array.from({ length: 5 }, () => ask(`${kiosk}/lay-so`, { clientKey: key })),
  )
  expect(new Set(pressed.map(numberOn))).toEqual(new Set(['002']))
  const next = await ask(`${kiosk}/lay-so`)
  expect(next.key).not.toBe(key)
  expect(numberOn(await ask(`${kiosk}/lay-so`, { clientKey: next.key }))).toBe('003')
})

test('two machines working without pause give different numbers and no error', async () => {
  const other = `/may-lay-so/${(await addKiosk(hall.system(), { name: 'Máy hai' })).token}`
  const taken = await Promise.all(
    Array.from({ length: 25 }, (_, i) =>
      ask(`${i % 2 ? kiosk : other}/lay-so`, { clientKey: randomUUID() }),
    ),
  )
  expect(taken.map((it) => it.status)).toEqual(Array.from(taken, () => 200))
  expect(new Set(taken.map(numberOn)).size).toBe(25)
})

test('who goes first is written there for everybody, and the ticket stands before the others', async () => {
  const rules = await ask(`${kiosk}/uu-tien`)
  expect(rules.text).toContain('60 phút')
  expect(rules.text).toContain('Phụ nữ có thai')
  const [, path = ''] = /href="([^"]*uu-tien=pregnant)"/.exec(rules.html) ?? []
  const choose = await ask(path)
  expect(choose.text).toContain('Ưu tiên: Phụ nữ có thai')
  const ticket = await ask(`${kiosk}/lay-so`, { clientKey: choose.key, priority: 'pregnant' })
  expect(ticket.text).toContain('Chưa có ai chờ trước')
})

test('a priority that the office does not give, typed by hand, gives none', async () => {
  const ticket = await ask(`${kiosk}/lay-so`, { clientKey: randomUUID(), priority: 'friend' })
  expect(ticket.text).toMatch(/\d+ người chờ trước/)
})

test('the code of an appointment, digit by digit without script, is a number', async () => {
  const { code } = await book('09:00')
  let screen = await ask(`${kiosk}/ma`)
  for (const [i, digit] of [...code].entries())
    screen = await ask(`${kiosk}/ma?ma=${code.slice(0, i)}&them=${digit}&clientKey=${screen.key}`)
  expect(screen.html).toContain(`value="${code}"`)
  const ticket = await ask(`${kiosk}/ma`, { clientKey: screen.key, ma: code })
  expect(ticket.status).toBe(200)
  expect(numberOn(ticket)).toMatch(/^\d{3}$/)
  expect(ticket.text).not.toContain('Hẹn')

  const again = await ask(`${kiosk}/ma`, { clientKey: screen.key, ma: code })
  expect(numberOn(again)).toBe(numberOn(ticket))
  const used = await ask(`${kiosk}/ma`, { clientKey: randomUUID(), ma: code })
  expect(used.status).toBe(422)
  expect(used.text).toContain(numberOn(ticket))
})

test('one digit can be taken away again', async () => {
  expect((await ask(`${kiosk}/ma?ma=123&xoa=1`)).html).toContain('value="12"')
  expect((await ask(`${kiosk}/ma?ma=123456&them=7`)).html).toContain('value="123456"')
})

test('the address in the appointment’s QR, as a scanner types it, is a number too', async () => {
  const { token } = await book('10:00')
  const scanned = `http://taicho.test/vu-ban/hen/${token}`
  const ticket = await ask(`${kiosk}/ma`, { clientKey: randomUUID(), ma: scanned })
  expect(numberOn(ticket)).toMatch(/^\d{3}$/)
})

test('a code that nobody has, too few digits, and a code of another day are refused, and stay typed', async () => {
  const wrong = await ask(`${kiosk}/ma`, { clientKey: randomUUID(), ma: '000000' })
  expect(wrong).toMatchObject({ status: 422 })
  expect(wrong.text).toContain('Không tìm thấy')
  expect(wrong.html).toContain('value="000000"')
  const short = await ask(`${kiosk}/ma`, { clientKey: randomUUID(), ma: '123' })
  expect(short.text).toContain('Bấm đủ sáu chữ số')
  const { code } = await book('09:00', await hall.dayOn('2026-11-27'))
  const early = await ask(`${kiosk}/ma`, { clientKey: randomUUID(), ma: code })
  expect(early).toMatchObject({ status: 422 })
  expect(early.text).toContain('27/11/2026')
})

test('every screen works in English', async () => {
  for (const path of ['', '/lay-so', '/uu-tien', '/ma'])
    expect((await ask(`/en${kiosk}${path}`)).text).toContain('Tiếng Việt')
})

test('a machine that was removed gives nothing any more, and a guessed address never did', async () => {
  for (const { id } of await listKiosks(hall.system()))
    await removeKiosk(hall.system(), { kioskId: id })
  const addresses = [kiosk, '/may-lay-so/x', `/may-lay-so/${'a'.repeat(46)}`]
  const found = await Promise.all(addresses.map((it) => ask(it)))
  for (const gone of found) {
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('không còn dùng')
  }
})

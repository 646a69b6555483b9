import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDatabase } from '#src/base/db.ts'
import { closeServiceDay } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press } from '#test/line.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, otherOffice } from '#test/office.ts'
import { listNearTurns, parseTicketCode, readLine, takeTicket, ticketCode } from './index.ts'

const desk = useDesk()
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const byNumber = (tickets: { number: number }[]) =>
  tickets.map((it) => it.number).sort((a, b) => a - b)

test('fifty people at once get the numbers from 1 to 50', async () => {
  const line = await openLine(desk)
  const tickets = await Promise.all(oneTo(50).map(() => comes(line)))
  expect(byNumber(tickets)).toEqual(oneTo(50))
  const { waiting } = await readLine(line.officers[0]!, line)
  expect(waiting.map((it) => it.number)).toEqual(oneTo(50))
})

test('two kiosks that work without pause give four hundred numbers', async () => {
  const line = await openLine(desk)
  const kiosk = async () => {
    const given = []
    for (let i = 0; i < 200; i++) given.push(await comes(line))
    return given
  }
  const both = await Promise.all([kiosk(), kiosk()])
  expect(byNumber(both.flat())).toEqual(oneTo(400))
})

test('two servers on one database never give a number twice', async () => {
  const line = await openLine(desk)
  const second = openDatabase(desk.office.database.pool.options.connectionString!, { max: 8 })
  try {
    const there = { ...line.citizen, db: second.forOffice(line.citizen.officeId) }
    const tickets = await Promise.all(
      oneTo(40).map((i) => comes(i % 2 ? line : { ...line, citizen: there })),
    )
    expect(byNumber(tickets)).toEqual(oneTo(40))
  } finally {
    await second.close()
  }
})

test('the button pressed five times at once prints one number', async () => {
  const line = await openLine(desk)
  const key = randomUUID()
  const tickets = await Promise.all(oneTo(5).map(() => comes(line, 0, { clientKey: key })))
  expect(new Set(tickets.map((it) => JSON.stringify(it))).size).toBe(1)
  expect((await readLine(line.officers[0]!, line)).given).toBe(1)
})

test('a server whose clock is behind puts nobody before those who came earlier', async () => {
  const line = await openLine(desk)
  await comes(line, 5)
  const second = await comes(line, 3)
  expect(second.takenAt).toEqual(minute(line.citizen, 5).now)
  const { waiting } = await readLine(minute(line.officers[0]!, 6), line)
  expect(waiting.map((it) => it.code)).toEqual(['001', '002'])
})

test('a day with room for three gives three numbers, however many press at once', async () => {
  const line = await openLine(desk, { capacity: 3 })
  const pressed = await Promise.allSettled(oneTo(10).map(() => comes(line)))
  expect(pressed.filter((it) => it.status === 'fulfilled')).toHaveLength(3)
  const refused = pressed.flatMap((it) => (it.status === 'rejected' ? [it.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['queue.line_full']))
  expect((await readLine(line.officers[0]!, line)).given).toBe(3)
})

test('before the doors open and after they close no number is given', async () => {
  const line = await openLine(desk)
  const yesterday = { ...line.citizen, now: new Date('2026-11-19T02:00:00Z') }
  await expect(comes({ ...line, citizen: yesterday }, -1440)).rejects.toMatchObject({
    code: 'queue.line_not_open',
  })
  const officer = line.officers[0]!
  await closeServiceDay(officer, { serviceDayId: line.serviceDayId, reason: 'Hết giờ' })
  await expect(comes(line, 5)).rejects.toMatchObject({ code: 'queue.line_not_open' })
})

test('a number that is refused leaves no gap', async () => {
  const line = await openLine(desk)
  await comes(line)
  const procedureCodes = ['khong-co']
  await expect(comes(line, 1, { procedureCodes })).rejects.toMatchObject({
    code: 'queue.procedure_unknown',
  })
  await expect(comes(line, 1, { phone: '123' })).rejects.toMatchObject({
    code: 'places.phone_wrong',
  })
  await expect(comes(line, 1, { name: 'a'.repeat(121) })).rejects.toMatchObject({
    code: 'queue.name_missing',
  })
  expect((await comes(line, 2)).code).toBe('002')
})

test('the desk sees who came and for what; the phone lies sealed', async () => {
  const line = await openLine(desk)
  const ticket = await comes(line, 0, {
    ...{ name: '  Trần  Thị B ', phone: '0912 345 678', priority: 'over_75' },
    procedureCodes: [procedures.certificate, procedures.copy, procedures.copy],
  })
  const { waiting } = await readLine(line.officers[0]!, line)
  expect(waiting[0]).toMatchObject({
    ...{ visitId: ticket.visitId, name: 'Trần Thị B', hasPhone: true, priority: 'over_75' },
    procedureCodes: [procedures.certificate, procedures.copy],
  })
  const { rows } = await desk.office.owner.query<{ all: string }>(
    'select v::text as all from queue.visit v where id = $1',
    [ticket.visitId],
  )
  expect(rows[0]!.all).not.toContain(Buffer.from('0912345678').toString('hex'))
  expect(rows[0]!.all).not.toContain('0912345678')
})

test('only an officer gives a number at the desk, and what officers do stands in the trail', async () => {
  const line = await openLine(desk)
  await expect(comes(line, 0, { source: 'desk' })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  const ticket = await takeTicket(line.officers[0]!, { ...press(line), source: 'desk' })
  const { rows } = await desk.office.owner.query(
    'select action from audit.entry where subject_id = $1',
    [ticket.visitId],
  )
  expect(rows).toEqual([{ action: 'queue.line_ticket' }])
})

test('another office neither sees the line nor takes its numbers', async () => {
  const line = await openLine(desk)
  await comes(line)
  const stranger = await otherOffice(desk.office)
  const there = { ...line.officers[0]!, officeId: stranger.officeId, db: stranger.db }
  await expect(readLine(there, line)).rejects.toMatchObject({ code: 'service_days.not_found' })
  await expect(
    comes({ ...line, citizen: { ...there, actor: { kind: 'citizen' } } }),
  ).rejects.toMatchObject({ code: 'queue.line_not_open' })
})

test('who left a phone and is near is told; who is further back is not', async () => {
  const line = await openLine(desk)
  for (let i = 0; i < 5; i++) await comes(line, i, { phone: `091234567${i}` })
  const near = () => listNearTurns(minute(line.officers[0]!, 10), line)
  expect((await near()).map((it) => [it.code, it.ahead])).toEqual([
    ['001', 0],
    ['002', 1],
    ['003', 2],
  ])
  expect(desk.office.sealer.open((await near())[0]!.phoneSealed)).toBe('0912345670')
  await expect(listNearTurns(asOfficer(line.citizen, []), line)).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})

test('ticket codes are printed with three digits, or a letter and two', () => {
  expect([1, 42, 1200].map((number) => ticketCode({ series: '', number }))).toEqual([
    ...['001', '042', '1200'],
  ])
  expect(ticketCode({ series: 'A', number: 7 })).toBe('A07')
  expect(parseTicketCode(' a07')).toEqual({ series: 'A', number: 7 })
  expect(parseTicketCode('000')).toBeNull()
  expect(parseTicketCode('bảy')).toBeNull()
})

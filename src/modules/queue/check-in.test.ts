import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, type OpenLine } from '#test/line.ts'
import { procedures } from '#test/nation.ts'
import {
  bookForCaller,
  bookGroup,
  cancelAppointment,
  changePriority,
  checkIn,
  getAppointment,
  listGroup,
  nameGroup,
  readLine,
} from './index.ts'

const desk = useDesk()
const time = (text: string) => Temporal.PlainTime.from(text)

/** Booked by telephone for half past eight: an hour after the doors open. */
function booked(line: OpenLine, start = '08:30') {
  return bookForCaller(line.officers[0]!, {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, start: time(start) },
    ...{ procedureCodes: [procedures.certificate], phone: '0912345678' },
    ...{ personName: 'Lê Thị Hẹn', bookerName: null, note: null },
  })
}

const arrives = (line: OpenLine, minutes: number, by: { code: string } | { token: string }) =>
  checkIn(minute(line.citizen, minutes), { clientKey: randomUUID(), ...by })

const codes = async (line: OpenLine, minutes: number) =>
  (await readLine(minute(line.officers[0]!, minutes), line)).waiting.map((it) => it.code)

test('who booked and comes in time stands an hour before their time', async () => {
  const line = await openLine(desk, { counters: 2 })
  const { code } = await booked(line)
  await comes(line, 0)
  await comes(line, 20)
  const ticket = await arrives(line, 50, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
  expect(ticket).toMatchObject({ number: 3, ahead: 1 })
  expect(await codes(line, 50)).toEqual(['001', '003', '002'])
  const { waiting } = await readLine(minute(line.officers[0]!, 51), line)
  expect(waiting[1]).toMatchObject({
    ...{ name: 'Lê Thị Hẹn', hasPhone: true, source: 'booked' },
    procedureCodes: [procedures.certificate],
  })
  expect(waiting[1]!.bookedFor?.toString()).toBe('08:30:00')
})

test('who comes later than a quarter of an hour stands in line from then', async () => {
  const line = await openLine(desk, { counters: 2 })
  const { token } = await booked(line)
  await comes(line, 70)
  const ticket = await arrives(line, 76, { token })
  expect(await codes(line, 76)).toEqual(['001', '002'])
  await changePriority(minute(line.officers[0]!, 77), {
    ...{ clientKey: randomUUID(), visitId: ticket.visitId, priority: 'disabled' },
  })
  expect(await codes(line, 77)).toEqual(['002', '001'])
})

test('a code is used once, also when two present it at the same moment', async () => {
  const line = await openLine(desk)
  const { code, token } = await booked(line)
  const both = await Promise.allSettled([arrives(line, 50, { code }), arrives(line, 50, { token })])
  expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  const again = arrives(line, 51, { code })
  await expect(again).rejects.toMatchObject({
    code: 'queue.check_in_done',
    params: { code: '001' },
  })
  const { visitToken } = await getAppointment(line.citizen, { token })
  expect(visitToken).not.toBeNull()
})

test('the same check-in sent five times gives one number', async () => {
  const line = await openLine(desk)
  const { code } = await booked(line)
  const once = { clientKey: randomUUID(), code }
  const all = await Promise.all(Array.from({ length: 5 }, () => checkIn(line.citizen, once)))
  expect(new Set(all.map((it) => it.token)).size).toBe(1)
})

test('a code nobody has, of another day, or cancelled is refused, each in its words', async () => {
  const line = await openLine(desk)
  await expect(arrives(line, 1, { code: '000000' })).rejects.toMatchObject({
    code: 'queue.check_in_unknown',
  })
  const { code, token } = await booked(line)
  await expect(arrives(line, -1440, { code })).rejects.toMatchObject({
    code: 'queue.check_in_other_day',
    params: { date: '20/11/2026' },
  })
  await cancelAppointment(line.officers[0]!, { token })
  await expect(arrives(line, 2, { token })).rejects.toMatchObject({
    code: 'queue.check_in_cancelled',
  })
  await desk.office.owner.query(
    "update queue.appointment set state = 'displaced' where token = $1",
    [token],
  )
  await expect(arrives(line, 2, { token })).rejects.toMatchObject({
    code: 'queue.check_in_displaced',
  })
})

test('each person of a group gets a number of their own, by name', async () => {
  const line = await openLine(desk, { counters: 2 })
  const group = await bookGroup(line.officers[0]!, {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, start: time('08:30') },
    ...{ end: time('09:30'), lanes: 1, party: 3, organisation: 'Nhà máy may Gôi' },
    ...{ contactName: 'Chị Tổ trưởng', phone: null, note: null },
  })
  const people = [
    { name: 'Công nhân Một', procedureCode: null },
    { name: 'Công nhân Hai', procedureCode: procedures.copy },
  ]
  const { code, token } = group
  await nameGroup(line.officers[0]!, { token, people })
  const come = (position?: number) =>
    checkIn(minute(line.citizen, 40), {
      ...{ clientKey: randomUUID(), code },
      ...(position === undefined ? {} : { position }),
    })
  await expect(come(4)).rejects.toMatchObject({ code: 'queue.check_in_position_unknown' })
  await come(2)
  await expect(come(2)).rejects.toMatchObject({ code: 'queue.check_in_done' })
  await Promise.all([come(), come()])
  await expect(come()).rejects.toMatchObject({ code: 'queue.check_in_group_done' })
  const { waiting } = await readLine(minute(line.officers[0]!, 41), line)
  expect(new Set(waiting.map((it) => it.name))).toEqual(
    new Set(['Công nhân Hai', 'Công nhân Một', 'Nhà máy may Gôi']),
  )
})

test('a group is named all morning: who came keeps their name, the others take the places left', async () => {
  const line = await openLine(desk, { counters: 2 })
  const { code, token } = await bookGroup(line.officers[0]!, {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, start: time('08:30') },
    ...{ end: time('09:30'), lanes: 1, party: 3, organisation: 'Nhà máy may Gôi' },
    ...{ contactName: 'Chị Tổ trưởng', phone: null, note: null },
  })
  const name = (...names: string[]) =>
    nameGroup(minute(line.citizen, 45), {
      token,
      people: names.map((it) => ({ name: it, procedureCode: null })),
    })
  const come = (position: number) =>
    checkIn(minute(line.citizen, 40), { clientKey: randomUUID(), code, position })
  await name('Công nhân Một', 'Công nhân Hai')
  const second = await come(2)

  await name('Công nhân Ba', 'Công nhân Hai', 'Công nhân Bốn')
  expect(await listGroup(line.citizen, { token })).toEqual([
    { position: 1, name: 'Công nhân Ba', ticket: null },
    { position: 2, name: 'Công nhân Hai', ticket: { visitId: second.visitId, code: '001' } },
    { position: 3, name: 'Công nhân Bốn', ticket: null },
  ])
  await expect(name('Người A', 'Người B', 'Người C')).rejects.toMatchObject({
    ...{ code: 'queue.people_too_many', params: { most: 3 } },
  })
  await name('Công nhân Năm')
  expect((await listGroup(line.citizen, { token })).map((it) => it.name)).toEqual([
    ...['Công nhân Năm', 'Công nhân Hai', null],
  ])
})

test('a list sent after somebody came unnamed still holds everybody', async () => {
  const line = await openLine(desk, { counters: 2 })
  const { code, token } = await bookGroup(line.officers[0]!, {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, start: time('08:30') },
    ...{ end: time('09:30'), lanes: 1, party: 2, organisation: 'Nhà máy may Gôi' },
    ...{ contactName: 'Chị Tổ trưởng', phone: null, note: null },
  })
  await checkIn(minute(line.citizen, 40), { clientKey: randomUUID(), code })
  const people = ['Công nhân Một', 'Công nhân Hai'].map((name) => ({ name, procedureCode: null }))
  await nameGroup(minute(line.citizen, 41), { token, people })

  const group = await listGroup(line.citizen, { token })
  expect(group.map((it) => [it.name, it.ticket?.code ?? null])).toEqual([
    ['Công nhân Hai', '001'],
    ['Công nhân Một', null],
  ])
})

test('who comes with a group’s code alone is given the number of nobody else’s name', async () => {
  const line = await openLine(desk, { counters: 2 })
  const { code, token } = await bookGroup(line.officers[0]!, {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, start: time('08:30') },
    ...{ end: time('09:30'), lanes: 1, party: 2, organisation: 'Nhà máy may Gôi' },
    ...{ contactName: 'Chị Tổ trưởng', phone: null, note: null },
  })
  await nameGroup(line.citizen, { token, people: [{ name: 'Công nhân Một', procedureCode: null }] })
  await checkIn(minute(line.citizen, 40), { clientKey: randomUUID(), code })

  const { waiting } = await readLine(minute(line.officers[0]!, 41), line)
  expect(waiting.map((it) => it.name)).toEqual(['Nhà máy may Gôi'])
})

test('places of those who booked are kept for them on a day with little room', async () => {
  const line = await openLine(desk, { capacity: 3 })
  const { code } = await booked(line)
  await comes(line, 0)
  await comes(line, 1)
  await expect(comes(line, 2)).rejects.toMatchObject({
    code: 'queue.line_full_but_booked',
    params: { kept: 1 },
  })
  await arrives(line, 3, { code })
  await expect(comes(line, 4)).rejects.toMatchObject({ code: 'queue.line_full' })
})

test('a booked place is kept until its time has ended', async () => {
  const line = await openLine(desk, { capacity: 2 })
  await booked(line)
  await comes(line, 0)
  await expect(comes(line, 70)).rejects.toMatchObject({ code: 'queue.line_full_but_booked' })
  expect((await comes(line, 76)).number).toBe(2)
})

test('the reports see who booked came, and who did not', async () => {
  const line = await openLine(desk, { counters: 2 })
  const [came, stayed] = [await booked(line), await booked(line, '09:00')]
  const gone = await booked(line, '10:00')
  await cancelAppointment(line.officers[0]!, { token: gone.token })
  await arrives(line, 50, { code: came.code })
  const { rows } = await desk.office.owner.query(
    `select start_hour, minutes, state, came, people_came from queue.appointment_report
      where service_day_id = $1 order by start_minute`,
    [line.serviceDayId],
  )
  const { minutes } = stayed
  expect(rows).toEqual([
    { start_hour: 8, minutes, state: 'booked', came: true, people_came: 1 },
    { start_hour: 9, minutes, state: 'booked', came: false, people_came: 0 },
    { start_hour: 10, minutes, state: 'cancelled', came: false, people_came: 0 },
  ])
})

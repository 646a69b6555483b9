import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import {
  cancelServiceDay,
  changeServiceDay,
  moveServiceDay,
} from '#src/modules/service-days/index.ts'
import {
  book,
  bookableDay,
  bookIt,
  counters,
  friday,
  hold,
  rules,
  seatsOf,
  tally,
} from '#test/booking.ts'
import { newPhone, useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, at } from '#test/office.ts'
import {
  bookForCaller,
  bookGroup,
  bookHeld,
  cancelAppointment,
  changeAppointment,
  displaceAppointments,
  findAppointmentByCode,
  getAppointment,
  listAppointments,
  listBookedPeople,
  nameGroup,
} from './index.ts'

const desk = useDesk()
const time = (text: string) => Temporal.PlainTime.from(text)
const refused = (deed: Promise<unknown>) =>
  deed.then(String, (error: { code: string }) => error.code)

beforeAll(async () => {
  await counters(desk, 3)
  await rules(desk)
})

const change = (ctx: Ctx, token: string, serviceDayId: string, start: string, key?: string) =>
  changeAppointment(ctx, {
    token,
    clientKey: key ?? randomUUID(),
    serviceDayId,
    start: time(start),
  })

test('a daughter books for her mother: who comes, who booked, the note, and six digits that find it', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await hold(ctx, id, '08:30', { procedureCodes: [procedures.certificate] })
  await bookHeld(ctx, {
    token,
    clientKey: randomUUID(),
    personName: '  Nguyễn  Thị Mẹ ',
    bookerName: 'Trần Thị Con',
    note: 'Mẹ tôi đi xe lăn',
  })
  const booked = await getAppointment(ctx, { token })

  expect(booked).toMatchObject({
    personName: 'Nguyễn Thị Mẹ',
    bookerName: 'Trần Thị Con',
    note: 'Mẹ tôi đi xe lăn',
    through: 'web',
    hasPhone: true,
  })
  expect(booked.code).toMatch(/^\d{6}$/)
  const said = `${booked.code.slice(0, 3)} ${booked.code.slice(3)}`
  expect(await findAppointmentByCode(ctx, said)).toEqual(booked)
  expect(await findAppointmentByCode(ctx, 'abc')).toBeNull()
  expect(await refused(getAppointment(ctx, { token: 'khong-co' }))).toBe(
    'queue.appointment_not_found',
  )
})

test('another time keeps the code and frees the old seat; the old button pressed again takes nobody back', async () => {
  const { id, ctx } = await bookableDay(desk)
  const other = await bookableDay(desk, {}, '2026-12-04')
  const before = await book(ctx, id, '08:30')
  const key = randomUUID()

  const told = await Promise.all(
    Array.from({ length: 5 }, () => change(ctx, before.token, id, '09:00', key)),
  )
  const moved = await change(ctx, before.token, other.id, '10:00')
  const late = await change(ctx, before.token, id, '09:00', key)

  expect(new Set(told.map((it) => it.start.toString()))).toEqual(new Set(['09:00:00']))
  expect(moved).toMatchObject({ code: before.code, serviceDayId: other.id, start: time('10:00') })
  expect(late).toEqual(moved)
  expect((await seatsOf(ctx, id)).seats).toEqual([])
  expect((await seatsOf(ctx, other.id)).seats).toEqual([{ lane: 1, from: 600, to: 615 }])
  const trail = await ctx.db
    .selectFrom('audit.entry')
    .select(['action', 'detail'])
    .where('subject_id', '=', before.id)
    .orderBy('number')
    .execute()
  expect(trail.map((it) => it.action)).toEqual(['queue.booked', 'queue.changed', 'queue.changed'])
  expect(trail.every((it) => JSON.stringify(it.detail) === '{}')).toBe(true)
})

test('a time that is full by now: the old one stays, and the nearest times are offered', async () => {
  const { id, ctx } = await bookableDay(desk)
  for (const _ of [1, 2, 3]) await book(ctx, id, '09:00')
  const mine = await book(ctx, id, '08:30')

  await expect(change(ctx, mine.token, id, '09:00')).rejects.toMatchObject({
    code: 'queue.seat_taken',
    params: { nearest: expect.stringContaining('T09:15') },
  })

  expect(await getAppointment(ctx, { token: mine.token })).toEqual(mine)
  expect((await seatsOf(ctx, id)).seats).toHaveLength(4)
})

test('two who swap days at the same moment: neither waits for ever, neither loses a seat', async () => {
  const [one, two] = await Promise.all([bookableDay(desk), bookableDay(desk)])
  const mine = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      book(
        one.ctx,
        (i % 2 ? one : two).id,
        `${10 + Math.floor(i / 12)}:${i % 4 ? '00' : '30'}`,
      ).catch(() => null),
    ),
  )
  const booked = mine.filter((it) => it !== null)

  const told = await tally(
    booked.map((it) =>
      change(one.ctx, it.token, it.serviceDayId === one.id ? two.id : one.id, '08:00'),
    ),
  )

  expect(told['booked']).toBe(6)
  const seats = [
    ...(await seatsOf(one.ctx, one.id)).seats,
    ...(await seatsOf(one.ctx, two.id)).seats,
  ]
  expect(seats).toHaveLength(booked.length)
})

test('cancelled, the seat is free for somebody else; cancelled again it stays cancelled', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await book(ctx, id, '08:30')

  const gone = await cancelAppointment(ctx, { token, reason: 'Con ốm' })
  const again = await cancelAppointment(ctx, { token })

  expect(gone).toMatchObject({ state: 'cancelled', endReason: 'Con ốm', start: time('08:30') })
  expect(again).toEqual(gone)
  expect((await seatsOf(ctx, id)).seats).toEqual([])
  expect(await findAppointmentByCode(ctx, gone.code)).toBeNull()
  expect(await refused(change(ctx, token, id, '09:00'))).toBe('queue.appointment_ended')
})

test('what is over can be neither moved nor cancelled', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await book(ctx, id, '08:30')
  const after = at(ctx, `${friday}T01:45:00Z`)

  expect(await refused(cancelAppointment(after, { token }))).toBe('queue.appointment_over')
  expect(await refused(change(after, token, id, '10:00'))).toBe('queue.appointment_over')
})

test('who telephones is booked by an officer, without a phone number of their own, even at the last moment', async () => {
  const { id, ctx } = await bookableDay(desk)
  const officer = at(desk.officer, `${friday}T01:25:00Z`)
  const call = {
    clientKey: randomUUID(),
    serviceDayId: id,
    start: time('08:30'),
    procedureCodes: [procedures.copy],
    phone: null,
    personName: 'Cụ Bính',
    bookerName: null,
    note: null,
  }

  const told = await Promise.all(Array.from({ length: 5 }, () => bookForCaller(officer, call)))

  expect(new Set(told.map((it) => it.code)).size).toBe(1)
  expect(told[0]).toMatchObject({
    through: 'desk',
    hasPhone: false,
    procedureCodes: [procedures.copy],
  })
  expect((await seatsOf(ctx, id)).seats).toHaveLength(1)
  expect(await refused(bookForCaller(ctx, call))).toBe('identity.not_allowed')
  const late = { ...call, clientKey: randomUUID(), start: time('08:00') }
  expect(await refused(bookForCaller(officer, late))).toBe('queue.too_late')
})

const factory = (serviceDayId: string) => ({
  clientKey: randomUUID(),
  serviceDayId,
  start: time('07:30'),
  end: time('11:30'),
  lanes: 2,
  party: 150,
  organisation: 'Công ty May Vụ Bản',
  contactName: 'Trần Văn Nam',
  phone: newPhone(),
  note: null,
})

test('a factory books a whole morning on two counters and names its people later by the link', async () => {
  const { id, ctx, officer } = await bookableDay(desk, { capacity: 300 })

  const group = await bookGroup(officer, factory(id))

  expect(group).toMatchObject({
    party: 150,
    lanes: 2,
    minutes: 240,
    organisation: 'Công ty May Vụ Bản',
  })
  expect(await seatsOf(ctx, id)).toMatchObject({ people: 150, minutes: 480 })
  // The third counter is free all morning; the two others are not.
  await book(ctx, id, '08:00')
  expect(await refused(book(ctx, id, '08:00'))).toBe('queue.seat_taken')

  const people = ['Lê Thị Một', 'Lê Thị Hai'].map((name) => ({ name, procedureCode: null }))
  const named = await nameGroup(ctx, { token: group.token, people })
  expect(named.people).toEqual(people)
  const fewer = [{ name: 'Lê Thị Ba', procedureCode: procedures.copy }]
  expect((await nameGroup(ctx, { token: group.token, people: fewer })).people).toEqual(fewer)
})

test('a group of impossible people, counters, hours or names is told so beside the field', async () => {
  const { id, ctx, officer } = await bookableDay(desk, { capacity: 100 })
  const group = (differs: object) =>
    refused(bookGroup(officer, { ...factory(id), clientKey: randomUUID(), ...differs }))

  expect(await group({ party: 1 })).toBe('queue.party_impossible')
  expect(await group({ lanes: 4 })).toBe('queue.lanes_impossible')
  expect(await group({ end: time('07:30') })).toBe('queue.span_impossible')
  expect(await group({ end: time('14:00') })).toBe('queue.time_unknown')
  expect(await group({ organisation: ' ' })).toBe('queue.organisation_missing')
  expect(await group({ contactName: '' })).toBe('queue.name_missing')
  expect(await group({ note: 'x'.repeat(501) })).toBe('queue.note_too_long')
  expect(await group({})).toBe('queue.day_full')
  expect(await group({ serviceDayId: randomUUID() })).toBe('queue.day_unknown')
  expect(await refused(bookGroup(ctx, factory(id)))).toBe('identity.not_allowed')

  const small = await bookGroup(officer, { ...factory(id), party: 2, end: time('08:00') })
  const three = ['A', 'B', 'C'].map((name) => ({ name, procedureCode: null }))
  expect(await refused(nameGroup(ctx, { token: small.token, people: three }))).toBe(
    'queue.people_too_many',
  )
  const unknown = [{ name: 'A', procedureCode: '0.000000' }]
  expect(await refused(nameGroup(ctx, { token: small.token, people: unknown }))).toBe(
    'queue.procedure_unknown',
  )
  const alone = await book(ctx, id, '10:00')
  expect(await refused(nameGroup(ctx, { token: alone.token, people: [] }))).toBe(
    'queue.not_a_group',
  )
})

test('when a day is called off, everybody booked is on the list to be told, and finds another time by the old link', async () => {
  const { id, ctx, officer } = await bookableDay(desk)
  const other = await bookableDay(desk)
  const booked = [await book(ctx, id, '08:00'), await book(ctx, id, '14:00')]
  await cancelServiceDay(officer, { serviceDayId: id, reason: 'Bão số 9' })

  const lost = await displaceAppointments(officer, { serviceDayId: id })
  const again = await displaceAppointments(officer, { serviceDayId: id })

  expect(lost.map((it) => it.token)).toEqual(booked.map((it) => it.token))
  expect(lost.every((it) => it.phoneSealed !== null)).toBe(true)
  expect(again).toEqual([])
  expect(await getAppointment(ctx, { token: booked[0]!.token })).toMatchObject({
    state: 'displaced',
    dayState: 'cancelled',
    start: time('08:00'),
  })
  const moved = await change(ctx, booked[0]!.token, other.id, '08:00')
  expect(moved).toMatchObject({ state: 'booked', code: booked[0]!.code, serviceDayId: other.id })
  expect((await seatsOf(ctx, id)).seats).toEqual([])
})

test('when the hours of a day change, only who is outside them must be told', async () => {
  const { id, ctx, officer } = await bookableDay(desk)
  const [early] = [await book(ctx, id, '07:30'), await book(ctx, id, '09:00')]
  const hours = { morning: { from: '08:00', to: '11:30' }, afternoon: null }
  await changeServiceDay(officer, { serviceDayId: id, hours })

  const lost = await displaceAppointments(officer, { serviceDayId: id })

  expect(lost.map((it) => it.code)).toEqual([early.code])
  expect((await listAppointments(officer, { serviceDayId: id })).map((it) => it.state)).toEqual([
    'displaced',
    'booked',
  ])
})

test('when a day is moved, seats move with it and everybody booked is on the list to be told', async () => {
  const { id, ctx, officer } = await bookableDay(desk)
  const { token } = await book(ctx, id, '08:00')
  const date = Temporal.PlainDate.from('2026-11-30')
  await moveServiceDay(officer, { serviceDayId: id, date, reason: 'Hội trường bận' })

  expect(await getAppointment(ctx, { token })).toMatchObject({ date, start: time('08:00') })
  expect(await listBookedPeople(officer, { serviceDayId: id })).toMatchObject([{ token, date }])
  expect(await refused(displaceAppointments(ctx, { serviceDayId: id }))).toBe(
    'identity.not_allowed',
  )
  expect(await refused(listBookedPeople(ctx, { serviceDayId: id }))).toBe('identity.not_allowed')
})

test('only officers see who is booked on a day', async () => {
  const { id, ctx } = await bookableDay(desk)
  await book(ctx, id, '08:00')

  expect(await refused(listAppointments(ctx, { serviceDayId: id }))).toBe('identity.not_allowed')
  const reader = asOfficer(ctx, ['requests.read'])
  expect(await listAppointments(reader, { serviceDayId: id })).toHaveLength(1)
})

test('six digits that somebody else has already give way to the next', async () => {
  const { id, ctx } = await bookableDay(desk)
  const first = await book(ctx, id, '08:00')
  const { token } = await hold(ctx, id, '08:15')
  const { rows } = await sql<{ outcome: string }>`
    select outcome from queue.book_held(${ctx.officeId}, ${token}, ${ctx.now}, '{}', 'Bà Hai', null,
      null, ${[first.code, first.code, '123456']}, null)`.execute(ctx.db)

  expect(rows[0]!.outcome).toBe('booked')
  expect(await bookIt(ctx, token)).toMatchObject({ code: '123456', personName: 'Bà Hai' })
})

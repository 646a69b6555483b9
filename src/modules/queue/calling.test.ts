import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDatabase } from '#src/base/db.ts'
import { closeServiceDay } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press, type OpenLine } from '#test/line.ts'
import { asOfficer } from '#test/office.ts'
import {
  callAgain,
  callNext,
  callVisit,
  changePriority,
  endLine,
  findSitting,
  finishVisit,
  holdVisit,
  markAbsent,
  passToCounter,
  readBoard,
  readLine,
  readTurn,
  rejoin,
  resumeVisit,
  sendAway,
  sitDown,
  standUp,
  startServing,
} from './index.ts'

const desk = useDesk()
const key = () => ({ clientKey: randomUUID() })

/** The counter of this place calls the next, so many minutes after the doors opened. */
function next(line: OpenLine, minutes = 60, place = 0, finishCurrent = true) {
  const counterId = line.counters[place]!.id
  const officer = minute(line.officers[place]!, minutes)
  return callNext(officer, { ...press(line), counterId, finishCurrent })
}

async function waiting(line: OpenLine, minutes = 60): Promise<string[]> {
  const { waiting } = await readLine(minute(line.officers[0]!, minutes), line)
  return waiting.map((it) => it.code)
}

test('who came first is called first', async () => {
  const line = await openLine(desk)
  for (const minutes of [0, 1, 2]) await comes(line, minutes)
  const called = [await next(line), await next(line), await next(line), await next(line)]
  expect(called.map((call) => call?.code)).toEqual(['001', '002', '003', undefined])
})

test('twenty counters that call at the same moment never call one person twice', async () => {
  const line = await openLine(desk, { counters: 20 })
  for (let i = 0; i < 15; i++) await comes(line)
  const second = openDatabase(desk.office.database.pool.options.connectionString!, { max: 10 })
  try {
    const officers = line.officers.map((it, i) =>
      i % 2 ? it : { ...it, db: second.forOffice(it.officeId) },
    )
    const calls = await Promise.all(
      officers.map((officer, i) =>
        callNext(officer, { ...press(line), counterId: line.counters[i]!.id }),
      ),
    )
    const codes = calls.flatMap((call) => call?.code ?? [])
    expect(codes).toHaveLength(15)
    expect(new Set(codes).size).toBe(15)
  } finally {
    await second.close()
  }
})

test('"next" pressed five times at once calls one person', async () => {
  const line = await openLine(desk)
  for (let i = 0; i < 5; i++) await comes(line)
  const once = { ...press(line), counterId: line.counters[0]!.id }
  const calls = await Promise.all(
    Array.from({ length: 5 }, () => callNext(line.officers[0]!, once)),
  )
  expect(new Set(calls.map((call) => JSON.stringify(call))).size).toBe(1)
  expect(await waiting(line, 0)).toEqual(['002', '003', '004', '005'])
})

test('every command sent five times at once has one effect', async () => {
  const line = await openLine(desk)
  for (let i = 0; i < 4; i++) await comes(line, i)
  const { visitId } = (await next(line, 10))!
  const officer = minute(line.officers[0]!, 11)
  const fiveTimes = async <T>(press: () => Promise<T>) =>
    Promise.all(Array.from({ length: 5 }, press))
  const again = { visitId, ...key() }
  await fiveTimes(() => callAgain(officer, again))
  expect((await readBoard(officer, line)).calls[0]?.callId).toMatch(/\.2$/)
  const absent = { visitId, ...key() }
  expect(await fiveTimes(() => markAbsent(officer, absent))).toEqual(
    Array.from({ length: 5 }, () => ({ state: 'waiting' })),
  )
  expect(await waiting(line, 11)).toEqual(['002', '003', '004', '001'])
})

test('without saying that the one before is done, the counter is busy and the number is named', async () => {
  const line = await openLine(desk)
  await comes(line)
  await comes(line)
  await next(line)
  await expect(next(line, 61, 0, false)).rejects.toMatchObject({
    code: 'queue.counter_busy',
    params: { code: '001' },
  })
  expect((await next(line, 62))?.code).toBe('002')
  const { leftLately } = await readLine(minute(line.officers[0]!, 62), line)
  expect(leftLately.map((it) => [it.code, it.outcome])).toEqual([['001', 'served']])
})

test('neither a citizen nor an officer without the right calls, finishes or sees the line', async () => {
  const line = await openLine(desk)
  await comes(line)
  const { visitId } = (await next(line))!
  const reader = asOfficer(line.citizen, ['requests.read'])
  for (const ctx of [line.citizen, reader]) {
    const no = { code: 'identity.not_allowed' }
    const counterId = line.counters[1]!.id
    await expect(callNext(ctx, { ...press(line), counterId })).rejects.toMatchObject(no)
    await expect(finishVisit(ctx, { ...key(), visitId })).rejects.toMatchObject(no)
    await expect(readLine(ctx, line)).rejects.toMatchObject(no)
    await expect(rejoin(ctx, { ...key(), visitId })).rejects.toMatchObject(no)
    await expect(sitDown(ctx, { ...line, counterId })).rejects.toMatchObject(no)
  }
})

test('calling is sitting down, and nobody calls at a colleague’s counter', async () => {
  const line = await openLine(desk)
  await comes(line)
  await next(line, 5)
  const [first, second] = line.officers
  expect(await findSitting(first!, line)).toMatchObject({ counterId: line.counters[0]!.id })
  const there = { ...press(line), counterId: line.counters[0]!.id }
  await expect(callNext(second!, there)).rejects.toMatchObject({
    code: 'queue.counter_taken',
    params: { name: 'Cán bộ Thử' },
  })
})

test('an officer with somebody before them neither gets up nor moves to another counter', async () => {
  const line = await openLine(desk)
  await comes(line)
  const call = (await next(line, 5))!
  const officer = minute(line.officers[0]!, 6)
  const no = { code: 'queue.still_serving', params: { code: '001' } }
  await expect(standUp(officer, line)).rejects.toMatchObject(no)
  const other = { ...line, counterId: line.counters[1]!.id }
  await expect(sitDown(officer, other)).rejects.toMatchObject(no)
  await finishVisit(officer, { ...key(), visitId: call.visitId })
  await sitDown(officer, other)
  await standUp(officer, line)
  expect(await findSitting(officer, line)).toBeNull()
})

test('a counter that is not the office’s is not called to', async () => {
  const line = await openLine(desk)
  await expect(
    callNext(line.officers[0]!, { ...press(line), counterId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'queue.counter_unknown' })
})

test('somebody with an infant goes before those who came in the hour before', async () => {
  const line = await openLine(desk)
  await comes(line, 0)
  await comes(line, 30)
  await comes(line, 61, { priority: 'with_infant' })
  expect(await waiting(line, 70)).toEqual(['001', '003', '002'])
})

test('a priority told at the desk moves the turn, and moves back', async () => {
  const line = await openLine(desk)
  await comes(line, 0)
  const second = await comes(line, 30)
  const officer = minute(line.officers[0]!, 31)
  const { visitId } = second
  await changePriority(officer, { ...key(), visitId, priority: 'over_75' })
  expect(await waiting(line, 31)).toEqual(['002', '001'])
  await changePriority(officer, { ...key(), visitId, priority: null })
  expect(await waiting(line, 31)).toEqual(['001', '002'])
})

test('who misses the call is put back three places, and the second time has left', async () => {
  const line = await openLine(desk)
  for (let i = 0; i < 6; i++) await comes(line)
  const first = (await next(line, 10))!
  const officer = minute(line.officers[0]!, 12)
  await markAbsent(officer, { ...key(), visitId: first.visitId })
  expect(await waiting(line, 12)).toEqual(['002', '003', '004', '001', '005', '006'])
  for (const minutes of [13, 14, 15]) await next(line, minutes)
  expect((await next(line, 16))?.code).toBe('001')
  const absence = await markAbsent(minute(officer, 17), { ...key(), visitId: first.visitId })
  expect(absence).toEqual({ state: 'left' })
  expect(await waiting(line, 17)).toEqual(['005', '006'])
})

test('who missed their turn takes their place again within ten minutes, later only a new number', async () => {
  const line = await openLine(desk)
  const ticket = await comes(line, 0)
  for (const minutes of [1, 2]) await comes(line, minutes)
  const { visitId } = ticket
  const officer = minute(line.officers[0]!, 20)
  const miss = async (minutes: number) => {
    const at = minute(officer, minutes)
    const counterId = line.counters[0]!.id
    await callVisit(at, { ...press(line), counterId, visitId })
    return markAbsent(at, { ...key(), visitId })
  }
  await miss(20)
  expect(await miss(21)).toEqual({ state: 'left' })
  const turn = await readTurn(minute(line.citizen, 25), ticket)
  expect(turn).toMatchObject({ state: 'left', outcome: 'absent' })
  expect(turn.mayRejoinUntil).toEqual(minute(officer, 31).now)
  await rejoin(minute(line.citizen, 30), { ...key(), token: ticket.token })
  expect(await waiting(line, 30)).toEqual(['002', '003', '001'])
  expect(await miss(40)).toEqual({ state: 'left' })
  const late = { ...key(), token: ticket.token }
  await expect(rejoin(minute(line.citizen, 51), late)).rejects.toMatchObject({
    code: 'queue.rejoin_too_late',
    params: { code: '001' },
  })
})

test('who is passed to another counter is called there, in their place, and nowhere else', async () => {
  const line = await openLine(desk)
  for (const minutes of [0, 1, 2]) await comes(line, minutes)
  const { visitId } = (await next(line, 10))!
  const toCounterId = line.counters[1]!.id
  await passToCounter(minute(line.officers[0]!, 15), { ...key(), visitId, toCounterId })
  expect((await next(line, 16))?.code).toBe('002')
  expect((await next(line, 17, 1))?.code).toBe('001')
  expect((await next(line, 18, 1))?.code).toBe('003')
})

test('somebody set aside frees the counter and goes on when it is free again', async () => {
  const line = await openLine(desk)
  await comes(line)
  await comes(line)
  const first = (await next(line, 10))!
  const officer = minute(line.officers[0]!, 11)
  const { visitId } = first
  await startServing(officer, { ...key(), visitId })
  await holdVisit(officer, { ...key(), visitId })
  const second = (await next(line, 12))!
  await expect(resumeVisit(minute(officer, 13), { ...key(), visitId })).rejects.toMatchObject({
    code: 'queue.counter_busy',
    params: { code: '002' },
  })
  await finishVisit(minute(officer, 14), { ...key(), visitId: second.visitId })
  await resumeVisit(minute(officer, 15), { ...key(), visitId })
  const { counters, onHold } = await readLine(minute(officer, 16), line)
  expect(onHold).toEqual([])
  expect(counters[0]!.visit).toMatchObject({ code: '001', state: 'serving' })
})

test('whoever is sent away has left, with the reason', async () => {
  const line = await openLine(desk)
  const { visitId } = await comes(line)
  const officer = line.officers[0]!
  await expect(sendAway(officer, { ...key(), visitId, reason: ' ' })).rejects.toMatchObject({
    code: 'queue.away_reason_missing',
  })
  await sendAway(officer, { ...key(), visitId, reason: 'Làm tại Công an xã' })
  const { leftLately } = await readLine(officer, line)
  expect(leftLately[0]).toMatchObject({
    outcome: 'sent_elsewhere',
    reason: 'Làm tại Công an xã',
  })
})

test('what cannot be done from where somebody stands is refused by name', async () => {
  const line = await openLine(desk)
  const { visitId } = await comes(line)
  const officer = line.officers[0]!
  const at = { ...press(line), counterId: line.counters[1]!.id, visitId }
  const say = (code: string) => ({ code, params: { code: '001' } })
  const tried = () => ({ ...key(), visitId })
  await expect(finishVisit(officer, tried())).rejects.toMatchObject(say('queue.visit_is_waiting'))
  await next(line, 10)
  const other = line.officers[1]!
  await expect(callVisit(other, at)).rejects.toMatchObject(say('queue.visit_is_called'))
  await startServing(officer, tried())
  await expect(callAgain(officer, tried())).rejects.toMatchObject(say('queue.visit_is_serving'))
  await holdVisit(officer, tried())
  await expect(markAbsent(officer, tried())).rejects.toMatchObject(say('queue.visit_is_on_hold'))
  await resumeVisit(officer, tried())
  await finishVisit(officer, tried())
  await expect(finishVisit(officer, tried())).rejects.toMatchObject(say('queue.visit_has_left'))
  await expect(rejoin(officer, tried())).rejects.toMatchObject(say('queue.visit_has_left'))
  await expect(finishVisit(officer, { ...key(), visitId: randomUUID() })).rejects.toMatchObject({
    code: 'queue.visit_not_found',
  })
  await expect(readTurn(line.citizen, { token: 'khong-co' })).rejects.toMatchObject({
    code: 'queue.ticket_not_found',
  })
})

test('one key serves one kind of command', async () => {
  const line = await openLine(desk)
  const clientKey = randomUUID()
  await comes(line, 0, { clientKey })
  await expect(
    callNext(line.officers[0]!, { ...line, clientKey, counterId: line.counters[0]!.id }),
  ).rejects.toMatchObject({ code: 'queue.line_key_used' })
  await expect(comes(line, 0, { clientKey: 'x' })).rejects.toMatchObject({
    code: 'queue.client_key_malformed',
  })
})

test('the board tells numbers and counters, newest first, and never a name', async () => {
  const line = await openLine(desk)
  for (let i = 0; i < 4; i++) await comes(line, i, { name: 'Nguyễn Văn Kín', phone: '0912345678' })
  await next(line, 10)
  await next(line, 11, 1)
  const board = await readBoard(minute(line.citizen, 12), line)
  expect(board.calls.map((it) => [it.code, it.counter])).toEqual([
    ['002', 2],
    ['001', 1],
  ])
  expect(board).toMatchObject({ waiting: 2, dayOpen: true })
  expect(JSON.stringify(board)).not.toMatch(/Kín|0912/)
})

test('the phone says how many are before, at which counter, and that it is over', async () => {
  const line = await openLine(desk)
  await comes(line, 0)
  const ticket = await comes(line, 1)
  const read = (minutes: number) => readTurn(minute(line.citizen, minutes), ticket)
  expect(await read(2)).toMatchObject({ state: 'waiting', ahead: 1, counter: null })
  await next(line, 10)
  expect(await read(11)).toMatchObject({ ahead: 0 })
  await next(line, 12, 1)
  expect(await read(13)).toMatchObject({ state: 'called', counter: 2, waitMinutes: null })
  await finishVisit(minute(line.officers[1]!, 20), { ...key(), visitId: ticket.visitId })
  expect(await read(21)).toMatchObject({ state: 'left', outcome: 'served' })
})

test('when the day has closed, who still waits is sent away with its reason', async () => {
  const line = await openLine(desk)
  for (let i = 0; i < 3; i++) await comes(line, i)
  const served = (await next(line, 10))!
  const officer = minute(line.officers[0]!, 20)
  await startServing(officer, { ...key(), visitId: served.visitId })
  await expect(endLine(officer, line)).rejects.toMatchObject({ code: 'queue.line_still_open' })
  await closeServiceDay(officer, { serviceDayId: line.serviceDayId, reason: 'Mất điện' })
  await expect(comes(line, 21)).rejects.toMatchObject({ code: 'queue.line_not_open' })
  await expect(next(line, 21)).rejects.toMatchObject({ code: 'queue.line_not_open' })
  expect(await endLine(officer, line)).toEqual({ sentAway: 2 })
  expect(await endLine(officer, line)).toEqual({ sentAway: 0 })
  const { leftLately, dayOpen, counters } = await readLine(officer, line)
  expect(dayOpen).toBe(false)
  expect(counters.every((it) => it.officerId === null)).toBe(true)
  expect(
    leftLately
      .map((it) => [it.code, it.outcome, it.reason])
      .sort(([one], [other]) => String(one).localeCompare(String(other))),
  ).toEqual([
    ['001', 'served', null],
    ['002', 'sent_elsewhere', 'Mất điện'],
    ['003', 'sent_elsewhere', 'Mất điện'],
  ])
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeServiceDay } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press, type OpenLine } from '#test/line.ts'
import { otherOffice } from '#test/office.ts'
import {
  callNext,
  endLine,
  finishVisit,
  joinCommands,
  leaseSeries,
  readLine,
  type OnTheSpotCommand,
} from './index.ts'

const desk = useDesk()

async function cutOff(counters = 2) {
  const line = await openLine(desk, { counters })
  const deviceId = randomUUID()
  const lease = { serviceDayId: line.serviceDayId, deviceId, deviceName: 'Bàn hướng dẫn' }
  const { letter } = await leaseSeries(line.officers[0]!, lease)
  const counterId = line.counters[0]!.id
  return { line, deviceId, letter, counterId }
}

/** Minutes after the doors opened, as a desk that is joined at minute 60 tells them. */
const agoOf = (minutes: number) => (60 - minutes) * 60_000

type Commands = OnTheSpotCommand[]

function join(line: OpenLine, deviceId: string, commands: Commands, minutes = 60) {
  const { serviceDayId } = line
  return joinCommands(minute(line.officers[0]!, minutes), { serviceDayId, deviceId, commands })
}

test('each desk has a letter of its own for the day, and keeps it', async () => {
  const { line } = await cutOff()
  const devices = Array.from({ length: 10 }, () => randomUUID())
  const lease = (deviceId: string) =>
    leaseSeries(line.officers[0]!, { ...line, deviceId, deviceName: 'Bàn' })
  const letters = await Promise.all([...devices, ...devices].map(lease))
  expect(new Set(letters.map((it) => it.letter)).size).toBe(10)
  expect(await Promise.all(devices.map(lease))).toEqual(letters.slice(0, 10))
  const more = Array.from({ length: 9 }, () => randomUUID())
  for (const deviceId of more) await lease(deviceId)
  await expect(lease(randomUUID())).rejects.toMatchObject({ code: 'queue.letters_out' })
})

test('twenty numbers handed out and called while cut off, sent twice: nothing lost, nothing doubled', async () => {
  const { line, deviceId, letter, counterId } = await cutOff()
  const known = []
  for (let i = 0; i < 6; i++) known.push(await comes(line, i))
  const commands: Commands = []
  for (let n = 1; n <= 20; n++)
    commands.push({
      ...{ kind: 'ticket', clientKey: randomUUID(), agoMs: agoOf(20 + n) },
      ...{ series: letter, number: n, name: `Người ${n}` },
    })
  const visits = [known[0]!.visitId, known[1]!.visitId, known[2]!.visitId, `${letter}01`]
  visits.forEach((visit, i) => {
    const on = { counterId, visit }
    const at = 45 + i * 3
    const of = (kind: 'call' | 'start' | 'finish', minutes: number) =>
      ({ kind, clientKey: randomUUID(), agoMs: agoOf(minutes), ...on }) as const
    commands.push(of('call', at), of('start', at + 1), of('finish', at + 2))
  })
  // Meanwhile the other counter, which was not cut off, called the first two.
  const other = line.officers[1]!
  const there = { counterId: line.counters[1]!.id, finishCurrent: true }
  await callNext(minute(other, 50), { ...press(line), ...there })
  await callNext(minute(other, 55), { ...press(line), ...there })

  const first = await join(line, deviceId, commands)
  const second = await join(line, deviceId, commands, 61)
  expect(second).toEqual(first)
  expect(first.slice(0, 20).every((it) => it.outcome === 'applied')).toBe(true)
  expect(first.slice(20).map((it) => it.why)).toEqual([
    ...['already_left', 'already_left', 'already_left'],
    ...['called_elsewhere', 'called_elsewhere', 'called_elsewhere'],
    ...[null, null, null, null, null, null],
  ])
  const seen = await readLine(minute(line.officers[0]!, 62), line)
  expect(seen.given).toBe(26)
  expect(seen.waiting.map((it) => it.code).slice(0, 4)).toEqual([
    ...['004', '005', '006', `${letter}02`],
  ])
  expect(seen.waiting).toHaveLength(22)
  expect(seen.counters.map((it) => it.visit?.code ?? null)).toEqual([null, '002'])
  expect(seen.leftLately.map((it) => it.code).sort()).toEqual(['001', '003', `${letter}01`])
})

test('the whole list sent twice at the same moment has one effect', async () => {
  const { line, deviceId, letter, counterId } = await cutOff()
  const commands: Commands = Array.from({ length: 10 }, (_, i) => ({
    ...{ kind: 'ticket', clientKey: randomUUID(), agoMs: agoOf(i) },
    ...{ series: letter, number: i + 1 },
  }))
  commands.push({
    ...{ kind: 'call', clientKey: randomUUID(), agoMs: agoOf(20) },
    ...{ counterId, visit: `${letter}01` },
  })
  const both = await Promise.all([join(line, deviceId, commands), join(line, deviceId, commands)])
  expect(both[0]).toEqual(both[1])
  expect(both[0].every((it) => it.outcome === 'applied')).toBe(true)
  const { given, waiting } = await readLine(line.officers[0]!, line)
  expect([given, waiting.length]).toEqual([10, 9])
})

test('waits and service times are those of the spot, by the server’s clock', async () => {
  const { line, deviceId, letter, counterId } = await cutOff()
  const on = { counterId, visit: `${letter}01` }
  const of = (kind: 'call' | 'start' | 'finish', minutes: number) =>
    ({ kind, clientKey: randomUUID(), agoMs: agoOf(minutes), ...on }) as const
  const [ticket] = await join(line, deviceId, [
    {
      ...{ kind: 'ticket', clientKey: randomUUID(), agoMs: agoOf(10) },
      ...{ series: letter, number: 1 },
    },
    ...[of('call', 30), of('start', 31), of('finish', 43)],
  ])
  const { rows } = await desk.office.owner.query(
    'select waited_seconds, served_seconds, source from queue.visit_report where visit_id = $1',
    [ticket!.visitId],
  )
  expect(rows).toEqual([
    { waited_seconds: 20 * 60, served_seconds: 12 * 60, source: 'on_the_spot' },
  ])
})

test('a clock that is wrong counts for nothing: not before the doors opened, not in the future', async () => {
  const { line, deviceId, letter } = await cutOff()
  const ticket = (number: number, agoMs: number) =>
    ({ kind: 'ticket', clientKey: randomUUID(), agoMs, series: letter, number }) as const
  await join(line, deviceId, [ticket(1, 1e12), ticket(2, -1e9), ticket(3, Number.NaN)])
  const { waiting } = await readLine(minute(line.officers[0]!, 61), line)
  const now = minute(line.citizen, 60).now
  expect(waiting.map((it) => it.takenAt)).toEqual([minute(line.citizen, 0).now, now, now])
})

test('a number of another desk’s letter, or one given already, is kept with the reason', async () => {
  const { line, deviceId, letter } = await cutOff()
  const ticket = (series: string, number: number) =>
    ({ kind: 'ticket', clientKey: randomUUID(), agoMs: 0, series, number }) as const
  const joined = await join(line, deviceId, [
    ...[ticket(letter, 1), ticket(letter, 1), ticket(letter === 'A' ? 'B' : 'A', 1)],
  ])
  expect(joined.map((it) => it.why)).toEqual([null, 'number_used', 'number_used'])
  const { lastCommands } = await readLine(line.officers[0]!, line)
  expect(lastCommands.filter((it) => it.onTheSpot).map((it) => it.superseded)).toEqual([
    ...['number_used', 'number_used', null],
  ])
})

test('a press that the server had heard before the network was lost says with whom it stands', async () => {
  const { line, deviceId, counterId } = await cutOff()
  await comes(line, 0)
  const second = await comes(line, 1)
  const press1 = press(line)
  await callNext(minute(line.officers[0]!, 10), { ...press1, counterId })
  const [joined] = await join(line, deviceId, [
    {
      ...{ kind: 'call', clientKey: press1.clientKey, agoMs: agoOf(10) },
      ...{ counterId, visit: second.visitId },
    },
  ])
  expect(joined).toMatchObject({ outcome: 'superseded', why: 'heard_before', code: '001' })
})

test('what was done before the doors closed is joined after them, and the line ends again', async () => {
  const { line, deviceId, letter, counterId } = await cutOff()
  const officer = minute(line.officers[0]!, 50)
  await closeServiceDay(officer, { serviceDayId: line.serviceDayId, reason: 'Hết giờ' })
  await endLine(officer, line)
  const joined = await join(line, deviceId, [
    {
      ...{ kind: 'ticket', clientKey: randomUUID(), agoMs: agoOf(30) },
      ...{ series: letter, number: 1 },
    },
    {
      ...{ kind: 'call', clientKey: randomUUID(), agoMs: agoOf(35) },
      ...{ counterId, visit: `${letter}01` },
    },
    {
      ...{ kind: 'finish', clientKey: randomUUID(), agoMs: agoOf(40) },
      ...{ counterId, visit: `${letter}01` },
    },
  ])
  expect(joined.map((it) => it.outcome)).toEqual(['applied', 'applied', 'applied'])
  expect(await endLine(minute(officer, 61), line)).toEqual({ sentAway: 0 })
})

test('whoever signs in at the desk joins what was done there, and nobody changes seats for it', async () => {
  const { line, deviceId, counterId } = await cutOff()
  const { visitId } = await comes(line, 0)
  await comes(line, 1)
  await comes(line, 2)
  await callNext(minute(line.officers[0]!, 5), { ...press(line), counterId })
  const there = line.counters[1]!.id
  await callNext(minute(line.officers[1]!, 6), { ...press(line), counterId: there })
  const on = { counterId, visit: '003' }
  const joined = await joinCommands(minute(line.officers[1]!, 60), {
    ...{ serviceDayId: line.serviceDayId, deviceId },
    commands: [
      {
        ...{ kind: 'finish', clientKey: randomUUID(), agoMs: agoOf(20) },
        ...{ counterId, visit: visitId },
      },
      { kind: 'call', clientKey: randomUUID(), agoMs: agoOf(21), ...on },
    ],
  })
  expect(joined.map((it) => it.outcome)).toEqual(['applied', 'applied'])
  const { counters } = await readLine(line.officers[0]!, line)
  expect(counters.map((it) => [it.counterId, it.visit?.code])).toEqual([
    [counterId, '003'],
    [there, '002'],
  ])
  expect(counters.every((it) => it.officerId !== null)).toBe(true)
})

test('what the other counter finished stays finished, and an undo that no longer fits does nothing', async () => {
  const { line, deviceId, counterId } = await cutOff()
  const { visitId } = await comes(line, 0)
  const other = line.officers[1]!
  await callNext(minute(other, 5), { ...press(line), counterId: line.counters[1]!.id })
  await finishVisit(minute(other, 15), { clientKey: randomUUID(), visitId })
  const of = (kind: 'absent' | 'hold', visit: string) =>
    ({ kind, clientKey: randomUUID(), agoMs: agoOf(8), counterId, visit }) as const
  const joined = await join(line, deviceId, [
    ...[of('absent', visitId), of('hold', 'Z99')],
    { kind: 'undo', clientKey: randomUUID(), agoMs: agoOf(9), counterId },
  ])
  expect(joined.map((it) => it.why)).toEqual([
    ...['already_left', 'unknown_visit', 'nothing_to_undo'],
  ])
})

test('a device of another office, and a citizen, join nothing', async () => {
  const { line, deviceId } = await cutOff()
  const { serviceDayId } = line
  const commands: Commands = []
  await expect(
    joinCommands(line.citizen, { serviceDayId, deviceId, commands }),
  ).rejects.toMatchObject({ code: 'identity.not_allowed' })
  await expect(join(line, randomUUID(), [])).rejects.toMatchObject({
    code: 'queue.device_unknown',
  })
  const stranger = await otherOffice(desk.office)
  const theirs = { ...line.officers[0]!, officeId: stranger.officeId, db: stranger.db }
  await expect(joinCommands(theirs, { serviceDayId, deviceId, commands })).rejects.toMatchObject({
    code: 'service_days.not_found',
  })
  const many = Array.from({ length: 1001 }, () => ({
    ...{ kind: 'undo', clientKey: randomUUID(), agoMs: 0, counterId: line.counters[0]!.id },
  })) as Commands
  await expect(join(line, deviceId, many)).rejects.toMatchObject({ code: 'queue.join_too_many' })
})

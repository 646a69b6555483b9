import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press, type OpenLine } from '#test/line.ts'
import {
  callAgain,
  callNext,
  callVisit,
  changePriority,
  finishVisit,
  holdVisit,
  markAbsent,
  passToCounter,
  readLine,
  rejoin,
  resumeVisit,
  sendAway,
  startServing,
  undoLast,
} from './index.ts'

const desk = useDesk()

type Before = 'waiting' | 'called' | 'serving' | 'hold' | 'absent'

/** A line of five with the first in this state at the first counter, and the officer ten minutes later. */
async function lineWith(before: Before) {
  const line = await openLine(desk)
  const tickets = []
  for (let i = 0; i < 5; i++) tickets.push(await comes(line, i))
  const officer = minute(line.officers[0]!, 20)
  const { visitId } = tickets[0]!
  const counterId = line.counters[0]!.id
  const on = () => ({ clientKey: randomUUID(), visitId })
  if (before !== 'waiting') await callVisit(officer, { ...press(line), counterId, visitId })
  if (before === 'serving') await startServing(officer, on())
  if (before === 'hold') await holdVisit(officer, on())
  if (before === 'absent') {
    await markAbsent(officer, on())
    await callVisit(officer, { ...press(line), counterId, visitId })
    await markAbsent(officer, on())
  }
  return { line, officer: minute(officer, 25), visitId, counterId, on }
}

/** All that can be seen of the line but what was done last. */
async function seen(ctx: Ctx, line: OpenLine) {
  const { counters, waiting, onHold, leftLately, served, given } = await readLine(ctx, line)
  const places = counters.map(({ counterId, visit }) => ({ counterId, visit }))
  return { places, waiting, onHold, leftLately, served, given }
}

type Given = Awaited<ReturnType<typeof lineWith>>

const commands: [string, Before, (it: Given) => Promise<unknown>][] = [
  ['next', 'waiting', (it) => callNext(it.officer, { ...press(it.line), counterId: it.counterId })],
  [
    'next, which ends the one before',
    'serving',
    (it) =>
      callNext(it.officer, {
        ...{ ...press(it.line), counterId: it.counterId, finishCurrent: true },
      }),
  ],
  ['again', 'called', (it) => callAgain(it.officer, it.on())],
  ['began', 'called', (it) => startServing(it.officer, it.on())],
  ['done', 'serving', (it) => finishVisit(it.officer, it.on())],
  ['absent', 'called', (it) => markAbsent(it.officer, it.on())],
  ['set aside', 'serving', (it) => holdVisit(it.officer, it.on())],
  ['went on', 'hold', (it) => resumeVisit(it.officer, it.on())],
  [
    'passed on',
    'serving',
    (it) => passToCounter(it.officer, { ...it.on(), toCounterId: it.line.counters[1]!.id }),
  ],
  ['sent away', 'called', (it) => sendAway(it.officer, { ...it.on(), reason: 'Nhầm nơi' })],
  ['back in line', 'absent', (it) => rejoin(it.officer, it.on())],
  ['priority', 'waiting', (it) => changePriority(it.officer, { ...it.on(), priority: 'pregnant' })],
]

test.each(commands)(
  'taken back, “%s” leaves the line exactly as before',
  async (_, before, act) => {
    const given = await lineWith(before)
    const { line, officer, counterId } = given
    // Sitting down is not taken back, so the officer already sits.
    if (before === 'waiting') {
      await callNext(officer, { ...press(line), counterId })
      await undoLast(officer, { ...press(line), counterId })
    }
    if (before === 'absent') await callNext(officer, { ...press(line), counterId })
    if (before === 'absent') await undoLast(officer, { ...press(line), counterId })
    const was = await seen(officer, line)
    await act(given)
    expect(await seen(officer, line)).not.toEqual(was)
    await undoLast(minute(officer, 26), { ...press(line), counterId })
    expect(await seen(officer, line)).toEqual(was)
  },
)

test('taken back again and again, it goes back step by step, to the number that stays given', async () => {
  const { line, officer, counterId, on } = await lineWith('waiting')
  const start = (await seen(officer, line)).waiting
  await callNext(officer, { ...press(line), counterId })
  await startServing(officer, on())
  await finishVisit(officer, on())
  for (const kind of ['finish', 'start', 'next'])
    expect(await undoLast(officer, { ...press(line), counterId })).toEqual({ kind, code: '001' })
  const { waiting, given } = await seen(officer, line)
  expect(waiting).toEqual(start)
  expect(given).toBe(5)
  await expect(undoLast(officer, { ...press(line), counterId })).rejects.toMatchObject({
    code: 'queue.nothing_to_undo',
  })
})

test('undo pressed five times at once takes back one thing', async () => {
  const { line, officer, counterId, on } = await lineWith('called')
  await startServing(officer, on())
  const once = { ...press(line), counterId }
  await Promise.all(Array.from({ length: 5 }, () => undoLast(officer, once)))
  const { places } = await seen(officer, line)
  expect(places[0]!.visit).toMatchObject({ code: '001', state: 'called' })
})

test('what another counter has gone on with is not taken back', async () => {
  const { line, officer, counterId, on } = await lineWith('serving')
  const toCounterId = line.counters[1]!.id
  await passToCounter(officer, { ...on(), toCounterId })
  const other = minute(line.officers[1]!, 26)
  await callNext(other, { ...press(line), counterId: toCounterId })
  await expect(undoLast(officer, { ...press(line), counterId })).rejects.toMatchObject({
    code: 'queue.undo_followed',
  })
})

test('what was taken back counts for no figure', async () => {
  const { line, officer, counterId, on } = await lineWith('serving')
  await finishVisit(officer, on())
  await undoLast(officer, { ...press(line), counterId })
  const { rows } = await desk.office.owner.query(
    'select outcome, served_seconds from queue.visit_report where visit_id = $1',
    [on().visitId],
  )
  expect(rows).toEqual([{ outcome: null, served_seconds: null }])
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { setCounter } from '#src/modules/offices/index.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press, type OpenLine } from '#test/line.ts'
import { procedures } from '#test/nation.ts'
import { callNext, finishVisit, readBoard, setExpectedMinutes } from './index.ts'

const desk = useDesk()

/** Somebody comes, is called at once and served for so many minutes. */
async function serve(line: OpenLine, from: number, minutes: number) {
  const { visitId } = await comes(line, from)
  const counterId = line.counters[0]!.id
  await callNext(minute(line.officers[0]!, from), { ...press(line), counterId })
  const done = { clientKey: randomUUID(), visitId }
  await finishVisit(minute(line.officers[0]!, from + minutes), done)
}

const wait = async (line: OpenLine, minutes: number) =>
  (await readBoard(minute(line.citizen, minutes), line)).waitMinutes

test('before anybody was served, the wait is reckoned from what the office expects', async () => {
  const line = await openLine(desk)
  await comes(line, 0)
  await comes(line, 0)
  // Fifteen minutes each by the usual rules, give or take half.
  expect(await wait(line, 1)).toEqual({ from: 15, to: 45 })
  const system: Ctx = { ...line.citizen, actor: { kind: 'system', job: 'test' } }
  const procedureCode = procedures.certificate
  await setExpectedMinutes(system, { procedureCode, minutes: 60 })
  const slow = await openLine(desk)
  for (let i = 0; i < 2; i++) await comes(slow, 0, { procedureCodes: [procedureCode] })
  expect(await wait(slow, 1)).toEqual({ from: 60, to: 180 })
})

test('once three were served today, the wait is reckoned from them', async () => {
  const line = await openLine(desk)
  await serve(line, 0, 4)
  await serve(line, 5, 5)
  await serve(line, 11, 6)
  for (let i = 0; i < 4; i++) await comes(line, 20)
  // A quarter were quicker than four and a half minutes, a quarter slower than five and a half.
  expect(await wait(line, 20)).toEqual({ from: 15, to: 25 })
})

test('a second counter shortens the wait', async () => {
  const line = await openLine(desk)
  for (const from of [0, 11, 22]) await serve(line, from, 10)
  for (let i = 0; i < 6; i++) await comes(line, 40)
  const alone = await wait(line, 40)
  const other = minute(line.officers[1]!, 40)
  await callNext(other, { ...press(line), counterId: line.counters[1]!.id })
  const together = await wait(line, 40)
  expect(together!.to).toBeLessThan(alone!.to)
})

test('a counter that is closed for good does not stand on the desk’s screen', async () => {
  const line = await openLine(desk, { counters: 3 })
  const system: Ctx = { ...line.citizen, actor: { kind: 'system', job: 'test' } }
  await setCounter(system, { number: 3, name: 'Quầy 3', inUse: false })
  const no = { ...press(line), counterId: line.counters[2]!.id }
  await expect(callNext(line.officers[2]!, no)).rejects.toMatchObject({
    code: 'queue.counter_unknown',
  })
})

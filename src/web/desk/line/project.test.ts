import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import {
  callNext,
  changeRules,
  joinCommands,
  leaseSeries,
  readRules,
  sitDown,
} from '#src/modules/queue/index.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine, press, type OpenLine } from '#test/line.ts'
import { asQueueCommands } from './as-queue-commands.ts'
import type { LineState, Visitor } from './line-state.ts'
import type { SpotCommand } from './on-the-spot.ts'
import { project } from './project.ts'
import { inOthersShare, placesOf } from './share.ts'
import { writeState } from './write-state.ts'

const desk = useDesk()

async function stateOf(line: OpenLine, ctx: Ctx): Promise<LineState> {
  return writeState(ctx, await getServiceDay(ctx, line), 'vi')
}

/** A morning with people who wait, one of them first by law, and one at the counter. */
async function morningLine(): Promise<OpenLine> {
  const line = await openLine(desk)
  for (let i = 0; i < 6; i++)
    await comes(line, i, i === 4 ? { source: 'kiosk', priority: 'over_75' } : {})
  for (const [i, officer] of line.officers.entries())
    await sitDown(minute(officer, 8), { ...line, counterId: line.counters[i]!.id })
  const counterId = line.counters[0]!.id
  await callNext(minute(line.officers[0]!, 9), { ...press(line), counterId })
  return line
}

/** What both must say: who stands where, in which order, since when. */
function seen(state: LineState) {
  const who = ({ code, name, priority, turn, missed, forCounterId }: Visitor) => [
    ...[code, name, priority, turn, missed, forCounterId],
  ]
  return {
    waiting: state.waiting.map((it) => [...who(it), it.since]),
    held: state.held.map((it) => [...who(it), it.since, it.counterId]),
    left: state.left
      .map((it) => JSON.stringify([...who(it), it.since, it.how, it.reason]))
      .toSorted(),
    counters: state.counters.map(({ number, serving }) => [
      number,
      serving && [...who(serving), serving.state, serving.since, serving.calls],
    ]),
  }
}

const kinds = [
  ...(['call', 'call', 'again', 'start', 'finish', 'absent', 'absent', 'hold'] as const),
  ...(['resume', 'pass', 'away', 'rejoin', 'ticket'] as const),
]
type Step = { kind: (typeof kinds)[number]; pick: number; seconds: number }

/** A command about somebody, whether it can be done or not. */
function commandOf(state: LineState, step: Step, number: number, at: number): SpotCommand {
  const counterId = state.counterId!
  const serving = state.counters.find((it) => it.id === counterId)?.serving
  const anybody = {
    call: [...state.waiting, ...state.held],
    pass: [...state.waiting, ...(serving ? [serving] : [])],
    away: [...state.waiting, ...(serving ? [serving] : [])],
    resume: state.held,
    rejoin: state.left,
  }
  const among: Visitor[] =
    step.kind in anybody
      ? anybody[step.kind as keyof typeof anybody]
      : serving
        ? [serving]
        : state.waiting
  const visit = among[step.pick % Math.max(1, among.length)]?.id ?? 'nobody'
  const about = { key: randomUUID(), at, counterId, visit }
  switch (step.kind) {
    case 'call':
      return { ...about, kind: 'call', finishes: step.pick % 3 > 0 ? (serving?.id ?? null) : null }
    case 'pass':
      return { ...about, kind: 'pass', toCounterId: state.counters[1]!.id }
    case 'away':
      return { ...about, kind: 'away', reason: 'Thiếu giấy' }
    case 'ticket': {
      const priority = step.pick % 4 === 0 ? ('pregnant' as const) : null
      const given = { number, name: 'Trần Thị B', procedures: [], priority }
      return { ...about, kind: 'ticket', visit: `A${String(number).padStart(2, '0')}`, ...given }
    }
    default:
      return { ...about, kind: step.kind }
  }
}

test('what a page that is cut off shows is what the server says once it is joined', async () => {
  const soon = { pick: 0, seconds: 1 }
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    pick: fc.nat({ max: 20 }),
    seconds: fc.integer({ min: 1, max: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
      const line = await morningLine()
      const officer = line.officers[0]!
      const deviceId = randomUUID()
      await leaseSeries(minute(officer, 9), { ...line, deviceId, deviceName: 'Bàn thử' })
      let state = await stateOf(line, minute(officer, 10))
      let at = minute(officer, 10).now.getTime()
      const done: SpotCommand[] = []
      for (const step of steps) {
        at += step.seconds * 1000
        const number = done.filter((it) => it.kind === 'ticket').length + 1
        const command = commandOf(state, step, number, at)
        const next = project(state, command)
        if (typeof next === 'string') continue
        state = next
        done.push(command)
      }
      const back = { ...officer, now: new Date(at + 60_000) }
      const joined = await joinCommands(back, {
        ...{ serviceDayId: line.serviceDayId, deviceId },
        commands: done.flatMap((command) =>
          asQueueCommands({ command, agoMs: back.now.getTime() - command.at }),
        ),
      })
      expect(joined.filter((it) => it.why !== null)).toEqual([])
      expect(seen(await stateOf(line, back))).toEqual(seen(state))
    }),
    // Two set aside, who came in one order and have their turns in another.
    { numRuns: 25, examples: [[['hold', 'call', 'hold'].map((kind) => ({ kind, ...soon }))]] },
  )
})

test('counters that cannot hear one another call different people', async () => {
  const line = await morningLine()
  const states = await Promise.all(
    line.officers.map(async (officer) => {
      const state = await stateOf(line, minute(officer, 10))
      return { ...state, placesWhenCut: placesOf(state) }
    }),
  )
  const shares = states.map((state) =>
    state.waiting.filter((it) => inOthersShare(state, it) === null).map((it) => it.code),
  )
  expect(shares).toEqual([
    ['001', '003', '006'],
    ['002', '004'],
  ])
})

test('who was passed to a counter is called by that counter only', async () => {
  const line = await morningLine()
  const state = await stateOf(line, minute(line.officers[1]!, 10))
  const [first] = state.waiting
  const passed = project(state, {
    ...{ key: randomUUID(), at: state.asOf, counterId: state.counterId!, visit: first!.id },
    ...{ kind: 'pass', toCounterId: line.counters[1]!.id },
  }) as LineState
  const cut = { ...passed, placesWhenCut: placesOf(passed) }
  expect(inOthersShare(cut, cut.waiting[0]!)).toBeNull()
  expect(inOthersShare({ ...cut, counterId: line.counters[0]!.id }, cut.waiting[0]!)).toBe(2)
})

test('what cannot be done from there changes nothing', async () => {
  const line = await morningLine()
  const state = await stateOf(line, minute(line.officers[0]!, 10))
  const [first] = state.waiting
  const about = { key: randomUUID(), at: state.asOf, counterId: state.counterId! }
  const refused = [
    project(state, { ...about, visit: first!.id, kind: 'call', finishes: null }),
    project(state, {
      ...about,
      visit: 'nobody',
      kind: 'call',
      finishes: state.counters[0]!.serving!.id,
    }),
    project(state, { ...about, visit: first!.id, kind: 'start' }),
    project(state, { ...about, visit: first!.id, kind: 'finish' }),
    project(state, { ...about, visit: first!.id, kind: 'rejoin' }),
  ]
  expect(refused).toEqual([
    'counter_is_busy',
    ...['not_there', 'not_there', 'not_there', 'not_there'],
  ])
})

test('ten minutes after they left, nobody comes back in at their old place', async () => {
  const line = await morningLine()
  await changeRules(minute({ ...line.officers[0]!, actor: { kind: 'system', job: 'test' } }, 9), {
    ...(await readRules(line.citizen)),
    missedCalls: 1,
  })
  const state = await stateOf(line, minute(line.officers[0]!, 10))
  const served = state.counters[0]!.serving!
  const about = { key: randomUUID(), counterId: state.counterId!, visit: served.id }
  const gone = project(state, { ...about, at: state.asOf, kind: 'absent' }) as LineState
  expect(gone.left[0]!.how).toBe('absent')
  const minutes = (n: number) => state.asOf + n * 60_000
  expect(project(gone, { ...about, at: minutes(11), kind: 'rejoin' })).toBe('too_late')
  const back = project(gone, { ...about, at: minutes(9), kind: 'rejoin' }) as LineState
  expect(back.waiting[0]!.code).toBe(served.code)
})

import type { Ctx } from '#src/base/ctx.ts'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { findSitting, readLine, readRules, type Line } from '#src/modules/queue/index.ts'
import { listRequests } from '#src/modules/requests/index.ts'
import { getServiceDay, type ServiceDay } from '#src/modules/service-days/index.ts'
import { words, type Lang } from '#src/words/index.ts'
import { shorten } from '../../shorten.ts'
import { lastDeedOf } from './last-deed.ts'
import type { Gone, Held, LineCounter, LineState, Served, Visitor, Waiting } from './line-state.ts'

type LineVisit = Line['waiting'][number]

/** How many procedures are offered when a number is handed out, those of the day's programme first. */
const offered = 16

/** The line of this day for the officer who looks, as JSON. */
export async function writeState(ctx: Ctx, day: ServiceDay, lang: Lang): Promise<LineState> {
  const serviceDayId = day.id
  const [line, sitting, rules] = await Promise.all([
    readLine(ctx, { serviceDayId }),
    findSitting(ctx, { serviceDayId }),
    readRules(ctx),
  ])
  const counterId = sitting?.counterId ?? null
  const served = line.counters.find((it) => it.counterId === counterId)?.visit ?? null
  const requests = served ? await requestsOf(ctx, served.visitId) : []
  return {
    dayId: serviceDayId,
    dayOpen: line.dayOpen,
    asOf: line.asOf.getTime(),
    version: line.version,
    officerId: ctx.actor.kind === 'officer' ? ctx.actor.officerId : '',
    counterId,
    counters: line.counters.map((it): LineCounter => ({
      id: it.counterId,
      number: it.number,
      officer: it.officerName,
      serving: it.visit && servedOf(it.visit, it.visit.visitId === served?.visitId ? requests : []),
    })),
    waiting: line.waiting.map(waitingOf),
    held: line.onHold.map(heldOf),
    left: line.leftLately.map(goneOf),
    estimate: line.waitMinutes,
    rules: {
      priorities: rules.priorities,
      priorityHeadStartMinutes: rules.priorityHeadStartMinutes,
      putBackPlaces: rules.putBackPlaces,
      missedCalls: rules.missedCalls,
      rejoinMinutes: rules.rejoinMinutes,
    },
    priorities: words[lang].queueLine.priorities,
    ...(await nameProcedures(ctx, line, serviceDayId, lang)),
    last: lastDeedOf(line, counterId),
  }
}

async function requestsOf(ctx: Ctx, visitId: string): Promise<Served['requests']> {
  if (ctx.actor.kind === 'officer' && !ctx.actor.rights.includes('requests.read')) return []
  const { items } = await listRequests(ctx, { visitId })
  return items.map(({ id, code }) => ({ id, code })).toReversed()
}

function visitorOf(it: LineVisit): Visitor {
  return {
    id: it.visitId,
    code: it.code,
    name: it.name,
    procedures: it.procedureCodes,
    priority: it.priority,
    bookedAt: it.bookedFor && it.bookedFor.hour * 60 + it.bookedFor.minute,
    note: it.note,
    takenAt: it.takenAt.getTime(),
    turn: it.turnMicros,
    missed: it.missedCalls,
    forCounterId: it.forCounterId,
  }
}

function waitingOf(it: LineVisit): Waiting {
  return { ...visitorOf(it), since: it.since.getTime() }
}

function servedOf(it: LineVisit, requests: Served['requests']): Served {
  return {
    ...visitorOf(it),
    state: it.state === 'serving' ? 'serving' : 'called',
    since: it.since.getTime(),
    calls: it.calls,
    requests,
  }
}

function heldOf(it: LineVisit): Held {
  return { ...visitorOf(it), since: it.since.getTime(), counterId: it.counterId }
}

function goneOf(it: Line['leftLately'][number]): Gone {
  return {
    ...visitorOf(it),
    since: it.leftAt.getTime(),
    how: it.outcome ?? 'served',
    reason: it.reason,
    rejoinUntil: it.mayRejoinUntil?.getTime() ?? null,
  }
}

/** Names of what people came for, and of what is offered when a number is handed out. */
async function nameProcedures(
  ctx: Ctx,
  line: Line,
  serviceDayId: string,
  lang: Lang,
): Promise<Pick<LineState, 'procedures' | 'offered'>> {
  const { programme } = await getServiceDay(ctx, { serviceDayId })
  const promised = programme.procedures.map((it) => it.code)
  const popular = await listProcedures(ctx, { popular: true, limit: offered })
  const visits = [
    ...line.waiting,
    ...line.onHold,
    ...line.leftLately,
    ...line.counters.flatMap((it) => it.visit ?? []),
  ]
  const asked = visits.flatMap((it) => it.procedureCodes)
  const known = await listProcedures(ctx, { codes: [...new Set([...promised, ...asked])] })
  const names = new Map([...popular, ...known].map((it) => [it.code, shorten(it.plainName, 70)]))
  const all = [...new Set([...promised, ...popular.map((it) => it.code)])]
  return {
    procedures: Object.fromEntries([...names].map(([code, name]) => [code, name[lang]])),
    offered: all.filter((code) => names.has(code)).slice(0, offered),
  }
}

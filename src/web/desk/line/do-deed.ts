import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import {
  callAgain,
  callNext,
  callVisit,
  changePriority,
  checkIn,
  finishVisit,
  holdVisit,
  markAbsent,
  passToCounter,
  rejoin,
  resumeVisit,
  sendAway,
  sitDown,
  standUp,
  startServing,
  takeTicket,
  undoLast,
  type Ticket,
} from '#src/modules/queue/index.ts'
import type { LineWords } from './line-view.ts'
import type { Deed } from './deeds.ts'

/** What a deed brought: a ticket to print, nobody to call. */
export type Outcome = { ticket?: Ticket; nobody?: true }

const text = z.string().default('')
const key = { clientKey: text }
const day = { day: z.uuid() }
const at = { counter: z.uuid() }
const about = { visit: z.uuid() }
const priority = z
  .enum(['', 'over_75', 'disabled', 'pregnant', 'with_infant', 'war_invalid'])
  .default('')

/** What each form of the page brings, and the deed that it asks for. */
export function lineDeeds(said: LineWords) {
  return {
    sit: deed({ ...day, counter: z.uuid(said.wrong.counter) }, (ctx, it) =>
      sitDown(ctx, { serviceDayId: it.day, counterId: it.counter }),
    ),
    stand: deed(day, (ctx, it) => standUp(ctx, { serviceDayId: it.day })),
    next: deed({ ...key, ...day, ...at }, async (ctx, it) => {
      const { clientKey, day: serviceDayId, counter: counterId } = it
      const call = await callNext(ctx, { clientKey, serviceDayId, counterId, finishCurrent: true })
      return call ? {} : { nobody: true as const }
    }),
    call: deed({ ...key, ...day, ...at, ...about }, async (ctx, it) => {
      const { clientKey, day: serviceDayId, counter: counterId, visit: visitId } = it
      await callVisit(ctx, { clientKey, serviceDayId, counterId, visitId, finishCurrent: true })
    }),
    again: onVisit(callAgain),
    start: onVisit(startServing),
    finish: onVisit(finishVisit),
    absent: onVisit(markAbsent),
    hold: onVisit(holdVisit),
    rejoin: onVisit(rejoin),
    resume: deed({ ...key, ...at, ...about }, (ctx, it) =>
      resumeVisit(ctx, { clientKey: it.clientKey, visitId: it.visit, counterId: it.counter }),
    ),
    pass: deed({ ...key, ...about, toCounter: z.uuid(said.wrong.counter) }, (ctx, it) =>
      passToCounter(ctx, {
        ...{ clientKey: it.clientKey, visitId: it.visit },
        toCounterId: it.toCounter,
      }),
    ),
    away: deed({ ...key, ...about, reason: text }, (ctx, it) =>
      sendAway(ctx, { clientKey: it.clientKey, visitId: it.visit, reason: it.reason }),
    ),
    priority: deed({ ...key, ...about, priority }, (ctx, it) =>
      changePriority(ctx, {
        ...{ clientKey: it.clientKey, visitId: it.visit },
        priority: it.priority || null,
      }),
    ),
    undo: deed({ ...key, ...day, ...at }, (ctx, it) =>
      undoLast(ctx, { clientKey: it.clientKey, serviceDayId: it.day, counterId: it.counter }),
    ),
    ticket: deed(
      { ...key, ...day, name: text, phone: text, procedure: text, priority },
      async (ctx, it) => ({
        ticket: await takeTicket(ctx, {
          ...{ clientKey: it.clientKey, serviceDayId: it.day, source: 'desk' },
          ...{ name: it.name || null, phone: it.phone || null, priority: it.priority || null },
          procedureCodes: it.procedure ? [it.procedure] : [],
        }),
      }),
    ),
    check_in: deed(
      { ...key, code: z.string().regex(/^\s*(\d\s*){6}$/, said.wrong.code) },
      async (ctx, it) => ({
        ticket: await checkIn(ctx, {
          clientKey: it.clientKey,
          code: it.code.replaceAll(/\s/g, ''),
        }),
      }),
    ),
  } satisfies Record<Deed, LineDeed>
}

export type LineDeed = {
  shape: z.ZodType
  run: (ctx: Ctx, data: never) => Promise<Outcome>
}

function deed<S extends z.core.$ZodLooseShape>(
  fields: S,
  run: (ctx: Ctx, data: z.infer<z.ZodObject<S>>) => Promise<unknown>,
): LineDeed {
  return {
    shape: z.object(fields),
    run: async (ctx, data) => outcomeOf(await run(ctx, data)),
  }
}

function onVisit(
  run: (ctx: Ctx, input: { clientKey: string; visitId: string }) => Promise<unknown>,
): LineDeed {
  return deed({ ...key, ...about }, (ctx, it) =>
    run(ctx, { clientKey: it.clientKey, visitId: it.visit }),
  )
}

function outcomeOf(done: unknown): Outcome {
  if (typeof done !== 'object' || done === null) return {}
  return 'ticket' in done || 'nobody' in done ? (done as Outcome) : {}
}

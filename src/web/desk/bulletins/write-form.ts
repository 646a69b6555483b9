import { z } from 'zod'
import type { AirPlan, BulletinText, Priority } from '#src/modules/outreach/index.ts'
import type { Words } from '#src/words/index.ts'
import { typedDay, typedNote, typedWhole } from '../../admin/typed.ts'

export const priorities = ['normal', 'priority', 'urgent'] as const

/** What the form of a bulletin sends. `send` is there when it is to go to the chairman at once. */
export function bulletinShape(w: Words) {
  const words = w.bulletins.form
  return z.object({
    clientKey: z.uuid().optional(),
    after: z.string().default(''),
    titleVi: typedNote(words.titleTooLong, 200),
    bodyVi: typedNote(words.tooLong, 4000),
    titleEn: typedNote(words.titleTooLong, 200),
    bodyEn: typedNote(words.tooLong, 4000),
    script: typedNote(words.tooLong, 4000),
    priority: z.enum(priorities),
    airFrom: typedDay(words.dayMissing),
    airTo: typedDay(words.dayMissing),
    times: z.string().default(''),
    repeats: typedWhole(words.number),
    send: z.string().default(''),
  })
}

type Typed = z.infer<ReturnType<typeof bulletinShape>>

export function textOf(typed: Typed): { text: BulletinText; priority: Priority; air: AirPlan } {
  return {
    text: {
      titleVi: typed.titleVi,
      bodyVi: typed.bodyVi,
      titleEn: typed.titleEn,
      bodyEn: typed.bodyEn,
      script: typed.script || null,
    },
    priority: typed.priority,
    air: {
      from: typed.airFrom,
      to: typed.airTo,
      times: splitList(typed.times),
      repeats: typed.repeats,
    },
  }
}

/** A few things in one line, between commas or semicolons. */
export function splitList(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((it) => it.trim())
    .filter(Boolean)
}

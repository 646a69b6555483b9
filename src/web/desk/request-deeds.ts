import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import { changeStatusAndTell } from '#src/errands/change-status-and-tell.ts'
import { handOverAndTellNoMore, withdrawAndTellNoMore } from '#src/errands/end-and-tell-no-more.ts'
import { relations } from '#src/modules/catalogue/index.ts'
import { chooseWay, ways } from '#src/modules/notices/index.ts'
import {
  addNote,
  allStatuses,
  changeAnswers,
  extendDue,
  fileWithAuthority,
  markItem,
  markVneidStep,
  vneidBlocks,
  vneidSteps,
} from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import { today } from '../dates.ts'
import { momentOf, momentShape, needsTime } from './moment.ts'
import { readDay } from './receive-typed.ts'

/** One thing that may be done to a request: how its form is read, and the deed itself. */
export type RequestDeed = {
  /** Where on the page the form stands, to come back to. */
  anchor: string
  read: (w: Words, now: Date) => z.ZodType
  run: (ctx: Ctx, requestId: string, said: never, site: string) => Promise<unknown>
}

/** Ties what a form reads to what its deed takes. */
function deed<S extends z.ZodType>(
  anchor: string,
  read: (w: Words, now: Date) => S,
  run: (ctx: Ctx, requestId: string, said: z.infer<S>, site: string) => Promise<unknown>,
): RequestDeed {
  return { anchor, read, run }
}

const text = z.string().default('')
const deliveries = ['desk', 'authority', 'post', 'electronic'] as const

/** By the last word of the address. Each refusal comes back beside the field of its form. */
export const requestDeeds: Record<string, RequestDeed> = {
  'giay-to': deed(
    'giay-to',
    () => z.object({ paperId: text, state: z.enum(['have', 'missing', 'not_needed']) }),
    (ctx, requestId, said) => markItem(ctx, { requestId, ...said }),
  ),

  'tra-loi': deed(
    'giay-to',
    () => z.record(z.string(), z.string()),
    (ctx, requestId, said) =>
      changeAnswers(ctx, {
        requestId,
        answers: Object.fromEntries(Object.entries(said).filter(([, answer]) => answer !== '')),
      }),
  ),

  vneid: deed(
    'vneid',
    (w) =>
      z.discriminatedUnion('state', [
        z.object({ step: z.enum(vneidSteps), state: z.literal('done') }),
        z.object({
          step: z.enum(vneidSteps),
          state: z.literal('blocked'),
          reason: z.enum(Object.values(vneidBlocks).flat(), w.deskRequest.vneid.whyMissing),
        }),
      ]),
    (ctx, requestId, said) => markVneidStep(ctx, { requestId, ...said }),
  ),

  nop: deed(
    'nop',
    (w, now) =>
      z
        .object({
          externalCode: text,
          channel: z.enum(['online', 'in_person', 'post']),
          portal: z.enum(['national', 'vneid', 'ministry', 'province', 'none']),
          filingHelp: z.enum(['self_with_help', 'guided_only']),
          resultDelivery: z.enum(deliveries),
          status: z.enum(['1', '2']),
          ...momentShape(w),
        })
        .superRefine(needsTime(w, now)),
    (ctx, requestId, { date, time, status, ...said }) => {
      const filedAt = momentOf(ctx.now, date, time)
      return fileWithAuthority(ctx, {
        requestId,
        ...said,
        status: status === '2' ? 2 : 1,
        ...(filedAt ? { filedAt } : {}),
      })
    },
  ),

  'trang-thai': deed(
    'trang-thai',
    (w, now) =>
      z
        .object({
          to: z
            .string(w.deskRequest.status.toMissing)
            .transform((it) => allStatuses.find((status) => String(status) === it))
            .pipe(
              z.custom<(typeof allStatuses)[number]>((it) => it, w.deskRequest.status.toMissing),
            ),
          note: text,
          ...momentShape(w),
        })
        .superRefine(needsTime(w, now)),
    (ctx, requestId, { to, note, date, time }) => {
      const at = momentOf(ctx.now, date, time)
      return changeStatusAndTell(ctx, { requestId, to, note, ...(at ? { at } : {}) })
    },
  ),

  'bao-tin': deed(
    'bao-tin',
    (w) => z.object({ way: z.enum(ways, w.consent.wayMissing), email: text }),
    (ctx, requestId, { way, email }, site) =>
      chooseWay(ctx, { subjectId: requestId, way, email, how: 'by_officer', site }),
  ),

  'hen-lai': deed(
    'hen-lai',
    (w) =>
      z.object({
        newDueOn: text
          .transform(readDay)
          .pipe(z.custom<Temporal.PlainDate>((it) => it, w.deskRequest.extend.newDateMissing)),
        reason: text,
        date: momentShape(w).date,
      }),
    (ctx, requestId, { newDueOn, reason, date }) => {
      const day = readDay(date)
      // A letter of an earlier day is counted from its morning: only its day is on it.
      const sentAt = day && !day.equals(today(ctx.now)) ? momentOf(ctx.now, date, '08:00') : null
      return extendDue(ctx, { requestId, newDueOn, reason, ...(sentAt ? { sentAt } : {}) })
    },
  ),

  trao: deed(
    'trao',
    (w, now) =>
      z
        .object({
          toName: text,
          toRelation: z.enum(relations),
          resultDelivery: z.enum(deliveries),
          ...momentShape(w),
        })
        .superRefine(needsTime(w, now)),
    (ctx, requestId, { date, time, ...said }) => {
      const at = momentOf(ctx.now, date, time)
      return handOverAndTellNoMore(ctx, { requestId, ...said, ...(at ? { at } : {}) })
    },
  ),

  'ghi-chu': deed(
    'lich-su',
    () => z.object({ note: text }),
    (ctx, requestId, { note }) => addNote(ctx, { requestId, note }),
  ),

  rut: deed(
    'lich-su',
    () => z.object({ reason: text }),
    (ctx, requestId, { reason }) => withdrawAndTellNoMore(ctx, { requestId, reason }),
  ),
}

/** The form of one deed out of a page of many: its fields stand behind its name. */
export function fieldsOf(body: Record<string, unknown>, name: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(body)) {
    if (typeof value !== 'string') continue
    if (key.startsWith(`${name}.`)) fields[key.slice(name.length + 1)] = value
    else if (!key.includes('.')) fields[key] = value
  }
  // Which step is meant stands beside the reason; one list of reasons a step is on the page.
  const reason = fields[`reason-${fields['step'] ?? ''}`]
  return reason === undefined ? fields : { ...fields, reason }
}

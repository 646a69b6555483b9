import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import { readNearTimes, type NearTime } from '#src/modules/queue/index.ts'
import type { Env } from '../../env.ts'
import { withRefusal, type Filled } from '../../read-form.ts'

/** The fields of these forms by what the deeds call them. */
const fields: Record<string, string> = {
  start: 'gio',
  phone: 'dien-thoai',
  personName: 'ten',
  name: 'ten',
  bookerName: 'nguoi-dat',
  note: 'ghi-chu',
  part: 'buoi',
  reason: 'ly-do',
  people: 'nguoi',
  position: 'thu',
  procedureCodes: 'form',
  // Of who comes by the link nobody is asked for the code.
  code: 'form',
}

/** What was refused: the form with the reason in it, and which times are free instead. */
export type Refused = { filled: Filled; code: Refusal['code']; near: NearTime[] }

/** Runs the deed of a booking form; what it refuses stands beside the field as this form names it. */
export async function tryBooking<T>(
  c: Context<Env>,
  filled: Filled,
  deed: () => Promise<T>,
): Promise<{ done: T; refused: undefined } | { done: undefined; refused: Refused }> {
  try {
    return { done: await deed(), refused: undefined }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const field = error.field && (fields[error.field] ?? error.field)
    const named = new Refusal(error.code, {
      params: error.params,
      ...(field === undefined ? {} : { field }),
    })
    const near = readNearTimes(error.params)
    return {
      done: undefined,
      refused: { filled: withRefusal(filled, named, c.var.lang), code: error.code, near },
    }
  }
}

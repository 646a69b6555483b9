import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { ReaderCtx } from './papers-ctx.ts'
import { takePage, type NewPage, type TakenPage } from './take-page.ts'

/** An officer at the desk adds a picture or PDF to a paper of the request; see `takePage`. */
export async function addPage(ctx: ReaderCtx, input: NewPage): Promise<TakenPage> {
  requireRight(ctx, 'requests.work')
  if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return takePage(ctx, { officerId: ctx.actor.officerId, way: 'desk' }, input)
}

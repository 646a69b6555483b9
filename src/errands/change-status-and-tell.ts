import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell, dropNeedless } from '#src/modules/notices/index.ts'
import { changeStatus, readContact, statuses, type Status } from '#src/modules/requests/index.ts'
import { aboutStatus } from './about-status.ts'

/**
 * Changes where a request stands, and has the person told what concerns them: something is asked for, the
 * result is here. Both or neither. Refuses what `changeStatus` refuses.
 */
export async function changeStatusAndTell(
  ctx: Ctx,
  input: { requestId: string; to: Status; at?: Date; note?: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await changeStatus(ctx, input)
    const { requestId, to } = input
    await dropNeedless(ctx, { subjectId: requestId, kinds: aboutStatus })
    const told = to === statuses.finished ? 'ready' : asks.has(to) ? 'need_paper' : null
    if (told === null) return
    const { code, procedure, name, phoneSealed } = await readContact(ctx, { requestId })
    const about = { subjectId: requestId, name, phoneSealed, occasion: ctx.now.toISOString() }
    const params = { code, procedure }
    await askToTell(
      ctx,
      told === 'ready'
        ? { ...about, kind: told, params }
        : { ...about, kind: told, params: { ...params, asked: input.note ?? '' } },
    )
  })
}

const asks: ReadonlySet<Status> = new Set<Status>([
  statuses.supplement_asked,
  statuses.payment_asked,
])

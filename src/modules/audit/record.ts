import { beforeCommit, inTransaction, type Ctx } from '#src/base/ctx.ts'

type Waiting = { action: string; subject_id: string; detail: string }

const waiting = new WeakMap<object, Waiting[]>()

/**
 * Writes in the trail that the actor of `ctx` did `action` (`module.what_happened`) to the subject.
 * Entries are written together as the last statement of the transaction, in the order recorded.
 * `detail` must hold no personal data: ids, codes and states only.
 */
export async function record(
  ctx: Ctx,
  action: string,
  subjectId: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const key = ctx.lastly!
    const entries = waiting.get(key) ?? []
    entries.push({ action, subject_id: subjectId, detail: JSON.stringify(detail) })
    waiting.set(key, entries)
    beforeCommit(ctx, 'audit', () => write(ctx, entries))
  })
}

/** The actor as the trail has it, also for `audit.record` of the database. */
export function writtenActor(ctx: Pick<Ctx, 'actor'>): string {
  const { actor } = ctx
  return JSON.stringify(
    actor.kind === 'officer' ? { kind: actor.kind, officer_id: actor.officerId } : actor,
  )
}

async function write(ctx: Ctx, entries: Waiting[]): Promise<void> {
  const actor = writtenActor(ctx)
  const nothing = Buffer.alloc(0)
  await ctx.db
    .insertInto('audit.entry')
    .values(
      entries.map((entry) => ({
        ...entry,
        office_id: ctx.officeId,
        at: ctx.now,
        actor,
        number: 0,
        previous_hash: nothing,
        hash: nothing,
      })),
    )
    .execute()
}

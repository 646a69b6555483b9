import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { findCommand } from './command.ts'

/** A command that was carried out. */
export type DoneOnce = { kind: string; visitId: string | null; counterId: string | null }

/**
 * What became of a command whose answer was lost on the way; null when it never arrived, or was taken
 * back since.
 */
export async function findDone(ctx: Ctx, input: { clientKey: string }): Promise<DoneOnce | null> {
  requireRight(ctx, 'queue.run')
  const done = await findCommand(ctx, input.clientKey)
  if (!done || done.undone_at !== null) return null
  return { kind: done.kind, visitId: done.visit_id, counterId: done.counter_id }
}

import type { Ctx } from '#src/base/ctx.ts'

/**
 * Notes that somebody checked a copy, and what came of it (`[a-z_]`): not who, and nothing of the file.
 * `copyId` is null when it was none of ours.
 */
export async function logCheck(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'now'>,
  input: { how: 'code' | 'file'; copyId: string | null; outcome: string },
): Promise<void> {
  await ctx.db
    .insertInto('certification.check')
    .values({
      office_id: ctx.officeId,
      at: ctx.now,
      how: input.how,
      copy_id: input.copyId,
      outcome: input.outcome,
    })
    .execute()
}

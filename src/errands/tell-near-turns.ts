import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell } from '#src/modules/notices/index.ts'
import { listNearTurns } from '#src/modules/queue/index.ts'

/** After that long they have been called, or the number before them took the morning. */
const usefulMinutes = 60

/** Whoever left a phone and has come near their turn is to be told so, once. */
export async function tellNearTurns(ctx: Ctx, serviceDayId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    for (const it of await listNearTurns(ctx, { serviceDayId }))
      await askToTell(ctx, {
        kind: 'turn_near',
        subjectId: it.visitId,
        serviceDayId,
        name: it.name,
        phoneSealed: it.phoneSealed,
        usefulUntil: new Date(ctx.now.getTime() + usefulMinutes * 60_000),
        params: { code: it.code, ahead: it.ahead },
      })
  })
}

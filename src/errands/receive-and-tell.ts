import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell, chooseWay, type ToChoose } from '#src/modules/notices/index.ts'
import {
  readContact,
  receiveRequest,
  type NewRequest,
  type Received,
} from '#src/modules/requests/index.ts'

/**
 * Puts a need on record together with how the person wants to be told, and has them told that it was
 * received, with its code. Sent twice, they chose once and are told once. Refuses what `receiveRequest`
 * and `chooseWay` refuse; nothing is stored then.
 */
export async function receiveAndTell(
  ctx: Ctx,
  input: NewRequest,
  wish: Pick<ToChoose, 'way' | 'email' | 'site'> | null,
): Promise<Received> {
  return inTransaction(ctx, async (ctx) => {
    const received = await receiveRequest(ctx, input)
    if (received.again || wish === null) return received
    const { id: requestId, code } = received
    await chooseWay(ctx, { ...wish, subjectId: requestId, how: 'at_desk' })
    const { procedure, name, phoneSealed } = await readContact(ctx, { requestId })
    const params = { code, procedure, due: null }
    await askToTell(ctx, { kind: 'received', subjectId: requestId, name, phoneSealed, params })
    return received
  })
}

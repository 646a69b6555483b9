import type { Ctx } from '#src/base/ctx.ts'
import { revealPerson, type WholeRequest } from '#src/modules/requests/index.ts'

/** Stands in the trail as why the whole number was read. */
const reason = 'Ghi sổ chứng thực bản sao'

/**
 * Who asks, as the book will have it for good: name, and the number of their identity paper, sealed.
 * Taken over here because the request's own rows are forgotten one day and the book is not.
 */
export async function readRequester(ctx: Ctx, request: WholeRequest) {
  const { requester } = request
  const may = ctx.actor.kind === 'officer' && ctx.actor.rights.includes('requests.reveal')
  const { idNumber } =
    may && requester.idNumberMasked !== null
      ? await revealPerson(ctx, { personId: requester.id, reason })
      : { idNumber: null }
  return {
    requester_name: requester.fullName,
    requester_id_sealed: idNumber === null ? null : ctx.sealer.seal(idNumber),
  }
}

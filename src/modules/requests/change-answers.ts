import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { getProcedureVersion, type Answers, type Relation } from '#src/modules/catalogue/index.ts'
import { tell } from './event.ts'
import { lockRequest, requireUnfiled } from './lock-request.ts'
import { isMinor } from './person.ts'
import { requireProxy } from './require-proxy.ts'
import { writeItems } from './write-items.ts'

/**
 * The person answers a question otherwise, or one more: the list of papers follows, those that stay
 * keep their state. Refuses after filing, and answers under which the proxy may not come.
 */
export async function changeAnswers(
  ctx: Ctx,
  input: { requestId: string; answers: Answers },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    requireUnfiled(request)
    const version = await getProcedureVersion(ctx, { id: request.procedure_version_id })
    const subject = await ctx.db
      .selectFrom('requests.person')
      .select(['birth_date as birthDate', 'birth_year as birthYear'])
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.subject_id)
      .executeTakeFirstOrThrow()
    const proof = requireProxy(version, {
      relation: request.relation as Relation,
      requester: request.requester_id,
      answers: input.answers,
      subjectIsMinor: isMinor(subject, request.received_on) === true,
    })
    await ctx.db
      .updateTable('requests.request')
      .set({ answers: JSON.stringify(input.answers), proof })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.id)
      .execute()
    await writeItems(ctx, { requestId: request.id, version, answers: input.answers, proof })
    await tell(ctx, request.id, 'answers_changed')
  })
}

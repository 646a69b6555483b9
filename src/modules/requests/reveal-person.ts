import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireText } from './said-text.ts'

/**
 * The whole ID number and phone of a person, for a reason that stands in the trail with who asked.
 * Refuses without the right or a reason, and a person of another office.
 */
export async function revealPerson(
  ctx: Ctx,
  input: { personId: string; reason: string },
): Promise<{ idNumber: string | null; phone: string | null }> {
  requireRight(ctx, 'requests.reveal')
  requireText(input.reason, 'requests.reason_missing', 'reason')
  return inTransaction(ctx, async (ctx) => {
    const person = await ctx.db
      .selectFrom('requests.person')
      .select(['id', 'id_number_sealed', 'phone_sealed'])
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.personId)
      .executeTakeFirst()
    if (!person) throw new Refusal('requests.person_not_found')
    await record(ctx, 'requests.person_revealed', person.id, { reason: input.reason.trim() })
    return {
      idNumber: person.id_number_sealed && ctx.sealer.open(person.id_number_sealed),
      phone: person.phone_sealed && ctx.sealer.open(person.phone_sealed),
    }
  })
}

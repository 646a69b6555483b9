import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { PersonInput } from './person.ts'
import { savePerson } from './save-person.ts'

/** Corrects what is known of a person: a new phone, a name misspelt. Refuses what `savePerson` refuses. */
export async function changePerson(
  ctx: Ctx,
  input: { personId: string; person: Omit<PersonInput, 'id'> },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    await savePerson(ctx, { ...input.person, id: input.personId }, 'subject')
    await record(ctx, 'requests.person_changed', input.personId)
  })
}

import type { Ctx } from '#src/base/ctx.ts'
import type { Officer } from './officer.ts'

/** Name and title: what stands on the plate on the desk, for everyone to read. */
export type Colleague = Pick<Officer, 'id' | 'fullName' | 'title' | 'role'>

/** Who works at the office now, by name: to choose from for a roster. */
export async function listColleagues(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Colleague[]> {
  return ctx.db
    .selectFrom('identity.officer')
    .select(['id', 'full_name as fullName', 'title', 'role'])
    .where('office_id', '=', ctx.officeId)
    .where('active', '=', true)
    .orderBy('full_name')
    .execute()
}

import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getAccount, officerBreaches, officerOf, type Officer } from './officer.ts'

type Changes = Partial<Pick<Officer, 'fullName' | 'title' | 'role' | 'active'>>

/**
 * The office corrects a name, gives another role, or lets an officer go or come back. A new role
 * counts from their next page; who goes is signed out at once. Refuses an officer of another office,
 * an empty name, and to leave the office without anybody who manages accounts.
 */
export async function changeOfficer(
  ctx: Ctx,
  input: { officerId: string; changes: Changes },
): Promise<Officer> {
  requireRight(ctx, 'identity.manage')
  const { fullName, title, role, active } = input.changes
  return inTransaction(ctx, async (ctx) => {
    const admins = await lockAdmins(ctx)
    const before = await getAccount(ctx, input.officerId, { lock: true })
    const goes = active === false || (role !== undefined && role !== 'office_admin')
    if (goes && admins.includes(before.id) && admins.length === 1)
      throw new Refusal('identity.last_admin')

    const account = await refuseBreach(officerBreaches, () =>
      ctx.db
        .updateTable('identity.officer')
        .set((eb) => ({ id: eb.ref('id'), full_name: fullName, title, role, active }))
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow(),
    )
    if (!account.active)
      await ctx.db
        .deleteFrom('identity.session')
        .where('office_id', '=', ctx.officeId)
        .where('officer_id', '=', account.id)
        .execute()
    await record(ctx, 'identity.officer_changed', account.id, {
      fields: Object.keys(input.changes),
      ...(role === undefined ? {} : { role: { before: before.role, after: role } }),
      ...(active === undefined ? {} : { active }),
    })
    return officerOf(account)
  })
}

/** Locked in one order, so that two administrators who let each other go take turns. */
async function lockAdmins(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('identity.officer')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('role', '=', 'office_admin')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

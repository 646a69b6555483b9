import type { Ctx } from '#src/base/ctx.ts'
import type { RegisterKind } from './register/register.ts'

/** The kept phones by place, to see whether a table says others. They are shown to nobody. */
export async function readSealedPhones(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'sealer'>,
  kind: RegisterKind,
): Promise<Map<string, string>> {
  const rows =
    kind === 'hamlets'
      ? await ctx.db
          .selectFrom('reach.hamlet')
          .select(['hamlet_id as id', 'head_phone_sealed as phone'])
          .where('office_id', '=', ctx.officeId)
          .execute()
      : await ctx.db
          .selectFrom('reach.business')
          .select(['id', 'contact_phone_sealed as phone'])
          .where('office_id', '=', ctx.officeId)
          .execute()
  return new Map(rows.flatMap(({ id, phone }) => (phone ? [[id, ctx.sealer.open(phone)]] : [])))
}

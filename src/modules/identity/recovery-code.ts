import { randomInt } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const count = 10

/** Makes the codes that open the door when the phone is lost; those before are void. Shown once. */
export async function makeRecoveryCodes(ctx: Ctx, officerId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, () => `${group()}-${group()}`)
  await dropRecoveryCodes(ctx, officerId)
  await ctx.db
    .insertInto('identity.recovery_code')
    .values(
      codes.map((code) => ({
        office_id: ctx.officeId,
        officer_id: officerId,
        code_mark: mark(ctx, officerId, code),
      })),
    )
    .execute()
  return codes
}

/** Uses a code up: true once, false ever after. */
export async function useRecoveryCode(
  ctx: Ctx,
  officerId: string,
  typed: string,
): Promise<boolean> {
  const used = await ctx.db
    .deleteFrom('identity.recovery_code')
    .where('office_id', '=', ctx.officeId)
    .where('officer_id', '=', officerId)
    .where('code_mark', '=', mark(ctx, officerId, typed))
    .returning('officer_id')
    .executeTakeFirst()
  return used !== undefined
}

export async function dropRecoveryCodes(ctx: Ctx, officerId: string): Promise<void> {
  await ctx.db
    .deleteFrom('identity.recovery_code')
    .where('office_id', '=', ctx.officeId)
    .where('officer_id', '=', officerId)
    .execute()
}

function group(): string {
  return Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
}

/** 49 bits of chance and a key outside the database: a fast hash is enough. */
function mark(ctx: Ctx, officerId: string, typed: string): Buffer {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return ctx.sealer.mark('recovery_code', `${officerId} ${code}`)
}

import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { readIssued, type Issued } from './issued.ts'

/** The copy that bears this code, however it was typed: small letters, spaces and hyphens do not matter. */
export async function findIssued(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { code: string },
): Promise<Issued | null> {
  const code = input.code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return readIssued(ctx, sql`c.code = ${code}`)
}

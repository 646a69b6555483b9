import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { readIssued, type Issued } from './issued.ts'

/** The copy whose sealed file is this to the byte; `sha256` in hexadecimal. */
export async function findIssuedBySha256(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { sha256: string },
): Promise<Issued | null> {
  if (!/^[0-9a-f]{64}$/i.test(input.sha256)) return null
  return readIssued(ctx, sql`c.sha256 = ${Buffer.from(input.sha256, 'hex')}`)
}

import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { dayOf } from './day-of.ts'
import { readVersions, type ProcedureVersion } from './procedure-version.ts'

/** The very version that a request was received under, also when it has been replaced since. */
export async function getProcedureVersion(
  ctx: NationCtx,
  input: { id: string },
): Promise<ProcedureVersion> {
  const [version] = await readVersions(ctx, dayOf(ctx.now), sql`v.id = ${input.id}::uuid`)
  if (!version)
    throw new Refusal('catalogue.procedure_unknown', { field: 'code', params: { code: input.id } })
  return version
}

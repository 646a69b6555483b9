import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { dayOf } from './day-of.ts'
import { readVersions, type ProcedureVersion } from './procedure-version.ts'

/**
 * The procedure as it stands on the day `at` (today when left out). An old code whose procedure
 * was never listed itself leads to the one that took its place.
 *
 * Refuses a code that nobody knows, and one that was over (`catalogue.procedure_expired`, naming the
 * successor) or had not begun (`catalogue.procedure_not_yet`, naming what it was before) on that day.
 */
export async function getProcedure(
  ctx: NationCtx,
  input: { code: string; at?: Temporal.PlainDate },
): Promise<ProcedureVersion> {
  const at = input.at ?? dayOf(ctx.now)
  const code = input.code.trim()
  const own = await readVersions(ctx, at, sql`v.procedure_code = ${code}`)
  const current = own.find((version) => stands(version, at))
  if (current) return current

  const successors = await readVersions(
    ctx,
    at,
    sql`v.procedure_code in (select code from catalogue.alias where old_code = ${code})`,
  )
  const successor = successors.find((version) => stands(version, at))
  if (own.length === 0 && successor) return successor
  const first = own[0] ?? successors[0]
  if (!first) throw new Refusal('catalogue.procedure_unknown', { field: 'code', params: { code } })

  if (Temporal.PlainDate.compare(at, first.validFrom) < 0) {
    const before = await readVersions(
      ctx,
      at,
      sql`v.procedure_code in (select old_code from catalogue.alias where code = ${first.code})
          and v.validity @> ${at}::date`,
    )
    throw new Refusal('catalogue.procedure_not_yet', {
      field: 'code',
      params: {
        code,
        name: first.plainName.vi,
        from: first.validFrom.toString(),
        before: before[0]?.code ?? '',
      },
    })
  }
  throw new Refusal('catalogue.procedure_expired', {
    field: 'code',
    params: {
      code,
      name: first.plainName.vi,
      until: own.at(-1)?.validTo?.toString() ?? '',
      successor: successor?.code ?? '',
      successorName: successor?.plainName.vi ?? '',
    },
  })
}

function stands(version: ProcedureVersion, at: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(version.validFrom, at) <= 0 &&
    (version.validTo === null || Temporal.PlainDate.compare(at, version.validTo) < 0)
  )
}

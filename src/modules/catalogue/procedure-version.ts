import { sql, type Expression, type SqlBool } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import type {
  Channel,
  PackAuthority,
  PackVersion,
  Paper,
  Proxy,
  Question,
  Said,
  UploadRule,
} from './pack.ts'

/** A body that decides, as it stood on the day asked for. */
export type Authority = {
  id: string
  key: string
  name: Said
  level: PackAuthority['level']
  /** Where a person finds it; the trips spared are counted from this. */
  seat: PackAuthority['at']
}

/**
 * A procedure as it stands during [validFrom, validTo). Of imported ones less is known: `proxy`,
 * `vneidLevel` and `uploadRule` are null, the authority is only text, English repeats Vietnamese.
 */
export type ProcedureVersion = {
  id: string
  code: string
  plainName: Said
  purpose: Said | null
  origin: 'shipped' | 'national' | 'office'
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
  name: Said
  field: string
  ministry: string | null
  decision: string | null
  levels: string[]
  subjects: string[]
  legalBasis: string[]
  authority: Authority | null
  authorityText: string | null
  channels: Channel[]
  papers: Paper[]
  questions: Question[]
  proxy: Proxy | null
  proxyWhen: PackVersion['proxyWhen']
  vneidLevel: 0 | 1 | 2 | null
  uploadRule: UploadRule | null
  portalUrl: string | null
  result: Said | null
  officerAsks: Said[]
  warnings: Said[]
  source: string
  checkedOn: Temporal.PlainDate
}

/**
 * Reads versions with the authority as it stood on `at`. The caller says which with `where`, over
 * the aliases `v` (version) and `p` (procedure).
 */
export async function readVersions(
  ctx: Pick<NationCtx, 'db'>,
  at: Temporal.PlainDate,
  where: Expression<SqlBool>,
): Promise<ProcedureVersion[]> {
  const rows = await ctx.db
    .selectFrom('catalogue.procedure_version as v')
    .innerJoin('catalogue.procedure as p', 'p.code', 'v.procedure_code')
    .leftJoin('catalogue.authority as a', (join) =>
      join
        .onRef('a.key', '=', 'v.authority_key')
        // A version that is over is read with the authority of its last day.
        .on(sql<SqlBool>`a.validity @> least(${at}::date, v.valid_to - 1)`),
    )
    .selectAll('v')
    .select(['p.plain_name', 'p.purpose'])
    .select(['a.id as authority_id', 'a.key', 'a.name as authority_name', 'a.level', 'a.seat'])
    .where(where)
    .orderBy('v.procedure_code')
    .orderBy('v.valid_from')
    .execute()
  return rows.map((row) => {
    const it = {
      id: row.id,
      code: row.procedure_code,
      plainName: row.plain_name ?? row.name,
      purpose: row.purpose,
      origin: row.origin,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      name: row.name,
      field: row.field,
      ministry: row.ministry,
      decision: row.decision,
      levels: row.levels,
      subjects: row.subjects,
      legalBasis: row.legal_basis,
      authority: row.authority_id && {
        id: row.authority_id,
        key: row.key,
        name: row.authority_name,
        level: row.level,
        seat: row.seat,
      },
      authorityText: row.authority_text,
      channels: row.channels,
      papers: row.papers,
      questions: row.questions,
      proxy: row.proxy,
      proxyWhen: row.proxy_when,
      vneidLevel: row.vneid_level,
      uploadRule: row.upload_rule,
      portalUrl: row.portal_url,
      result: row.result,
      officerAsks: row.officer_asks,
      warnings: row.warnings,
      source: row.source,
      checkedOn: row.checked_on,
    }
    // The inner lists were checked by the pack's schema when they were loaded.
    return it as unknown as ProcedureVersion
  })
}

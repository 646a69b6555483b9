import type { Kysely } from 'kysely'
import type { DB } from './database.generated.ts'
import type { Sealer } from './sealed.ts'

/** All that a deed knows of the world around it. */
export type Ctx = {
  /** Bound to the office: row-level security hides every other office's rows. */
  db: Kysely<DB>
  officeId: string
  actor: Actor
  now: Date
  /** Seals ID numbers and phones; the key stays outside the database. */
  sealer: Sealer
  /** Work that must be the last of the transaction; see `beforeCommit`. */
  lastly?: Map<string, () => Promise<void>>
}

/** What a deed needs that reads national data only: places, procedures, the calendar. */
export type NationCtx = Pick<Ctx, 'db' | 'now'>

export type Actor =
  | { kind: 'citizen' }
  | { kind: 'officer'; officerId: string; name: string; rights: readonly Right[] }
  | { kind: 'system'; job: string }

/** Everything an officer may be allowed to do. Which role holds which stands in `identity/role.ts`. */
export type Right =
  | 'requests.read'
  | 'requests.work'
  | 'requests.reveal'
  | 'service_days.plan'
  | 'service_days.run'
  | 'queue.run'
  | 'catalogue.edit'
  | 'calendar.edit'
  | 'offices.edit'
  | 'identity.manage'
  | 'audit.read'
  | 'reports.read'
  | 'ratings.answer'
  | 'outreach.write'
  | 'outreach.approve'
  | 'certification.work'
  | 'certification.sign'
  | 'signing.seal'

/**
 * Runs `work` in one transaction, or joins the one already running. Name the inner parameter
 * `ctx` too: it hides the outer one, so no query can slip outside.
 */
export async function inTransaction<C extends Ctx, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db.transaction().execute(async (db) => {
    const lastly = new Map<string, () => Promise<void>>()
    const result = await work({ ...ctx, db, lastly })
    for (const last of lastly.values()) await last()
    return result
  })
}

/**
 * Asks for `work` as the last thing before the running transaction commits, once per `name`.
 * Used for rows that many transactions contend for, so that their lock is held only for the commit.
 */
export function beforeCommit(ctx: Ctx, name: string, work: () => Promise<void>): void {
  if (!ctx.lastly) throw new Error(`beforeCommit('${name}') outside a transaction`)
  if (!ctx.lastly.has(name)) ctx.lastly.set(name, work)
}

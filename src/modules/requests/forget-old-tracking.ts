import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/** Forgets which codes were tried wrongly at this office more than a day ago. */
export async function forgetOldTracking({ db, officeId, now }: Ctx): Promise<void> {
  await sql`delete from requests.track_try where office_id = ${officeId}
    and wait_until < ${now}::timestamptz - interval '1 day'`.execute(db)
}

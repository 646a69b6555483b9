import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Did } from './command.ts'

/** A command that changed where people stand. */
export type Undoable = {
  id: number
  clientKey: string
  kind: string
  serviceDayId: string
  /** Whom it was about; null for a "next" that only ended what was before. */
  visitId: string | null
  did: Did
  /** Everybody whom it moved. */
  visitIds: string[]
}

/** The last thing done at a counter that had an effect and was not taken back. Tickets and sitting down are not among them. */
export async function findUndoable(
  ctx: Ctx,
  input: { serviceDayId: string; counterId: string },
): Promise<Undoable | null> {
  const { rows } = await sql<Undoable>`
    select c.id, c.client_key as "clientKey", c.kind, c.service_day_id as "serviceDayId",
           c.visit_id as "visitId", c.did,
           array(select distinct p.visit_id from queue.period p
                  where p.office_id = c.office_id and (
                    p.id in (select jsonb_array_elements_text(c.did->'opened')::bigint)
                    or p.id in (select (it->>'id')::bigint
                                  from jsonb_array_elements(c.did->'was') it))) as "visitIds"
      from queue.command c
     where c.office_id = ${ctx.officeId} and c.service_day_id = ${input.serviceDayId}
       and c.counter_id = ${input.counterId} and c.undone_at is null and c.superseded is null
       and c.kind not in ('ticket', 'check_in', 'undo', 'end')
       and (c.did->'opened' <> '[]' or c.did->'was' <> '[]')
     order by c.id desc
     limit 1`.execute(ctx.db)
  return rows[0] ?? null
}

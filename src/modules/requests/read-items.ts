import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsItemState } from '#src/base/database.generated.ts'
import type { Said } from '#src/modules/catalogue/index.ts'

/** A paper of the request's list. */
export type Item = {
  paperId: string
  name: Said
  hint: Said | null
  heading: Said | null
  originals: number
  copies: number
  shownOnly: boolean
  certifiedOnline: boolean
  state: RequestsItemState
  note: string | null
}

/** The papers of a request, in the order of the procedure. */
export async function readItems(ctx: Ctx, requestId: string): Promise<Item[]> {
  const rows = await ctx.db
    .selectFrom('requests.item')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('position')
    .execute()
  const said = (vi: string | null, en: string | null) => (vi === null ? null : { vi, en: en ?? vi })
  return rows.map((row) => ({
    paperId: row.paper_id,
    name: { vi: row.name, en: row.name_en },
    hint: said(row.hint, row.hint_en),
    heading: said(row.heading, row.heading_en),
    originals: row.originals,
    copies: row.copies,
    shownOnly: row.shown_only,
    certifiedOnline: row.certified_online,
    state: row.state,
    note: row.note,
  }))
}

import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsProof } from '#src/base/database.generated.ts'
import {
  buildChecklist,
  type Answers,
  type ProcedureVersion,
} from '#src/modules/catalogue/index.ts'
import { words } from '#src/words/index.ts'

/** The paper by which somebody acts for another; beside those of the procedure itself. */
export const proxyPaperId = 'proxy_proof'

/**
 * Copies the papers that these answers call for into the request. Asked again with other answers, a
 * paper that stays keeps its state and note, one that is called for no more goes.
 */
export async function writeItems(
  ctx: Ctx,
  input: { requestId: string; version: ProcedureVersion; answers: Answers; proof: RequestsProof },
): Promise<void> {
  const { papers } = buildChecklist(input.version, input.answers)
  const of = { office_id: ctx.officeId, request_id: input.requestId }
  const items = papers.map((paper, position) => ({
    office_id: ctx.officeId,
    request_id: input.requestId,
    paper_id: paper.id,
    position,
    name: paper.name.vi,
    name_en: paper.name.en,
    hint: paper.hint?.vi ?? null,
    hint_en: paper.hint?.en ?? null,
    heading: paper.group?.vi ?? null,
    heading_en: paper.group?.en ?? null,
    originals: paper.originals,
    copies: paper.copies,
    shown_only: paper.shownOnly,
    certified_online: paper.certifiedOnline,
  }))
  // Some procedures list the authorisation among their own papers: it is asked for once.
  const listed = papers.some(({ id }) => /(^|_)authorisation/.test(id))
  if (input.proof !== 'none' && !listed)
    items.push({ ...proxyPaper(input.proof), ...of, position: items.length })
  await ctx.db
    .deleteFrom('requests.item')
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', input.requestId)
    .$if(items.length > 0, (query) =>
      query.where(
        'paper_id',
        'not in',
        items.map((item) => item.paper_id),
      ),
    )
    .execute()
  if (items.length === 0) return
  await ctx.db
    .insertInto('requests.item')
    .values(items)
    .onConflict((oc) =>
      oc
        .columns(['request_id', 'paper_id'])
        .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
    )
    .execute()
}

function proxyPaper(proof: Exclude<RequestsProof, 'none'>) {
  return {
    paper_id: proxyPaperId,
    name: words.vi.requests.proxyPapers[proof],
    name_en: words.en.requests.proxyPapers[proof],
    hint: null,
    hint_en: null,
    heading: null,
    heading_en: null,
    originals: 1,
    copies: 0,
    shown_only: false,
    certified_online: false,
  }
}

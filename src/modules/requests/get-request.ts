import type { Ctx } from '#src/base/ctx.ts'
import type {
  RequestsFilingHelp,
  RequestsPortal,
  RequestsProof,
  RequestsResultDelivery,
} from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { Step } from '#src/modules/calendar/index.ts'
import type { Answers, Relation } from '#src/modules/catalogue/index.ts'
import { readDue } from './due.ts'
import type { RequestEvent } from './event.ts'
import { readSavings } from './keep-savings.ts'
import { personOf, type Person } from './person.ts'
import { readEvents } from './read-events.ts'
import { readExtension, type NamedAnew } from './read-extension.ts'
import { readItems, type Item } from './read-items.ts'
import { readStop, type Stop } from './read-stop.ts'
import { readVneidHelp, type VneidHelp } from './read-vneid-help.ts'
import { selectRequests, summaryOf, type RequestSummary } from './request.ts'
import type { Savings } from './savings.ts'
import { nextStatuses, type Status } from './status.ts'

export type WholeRequest = RequestSummary & {
  slipToken: string
  procedureVersionId: string
  proof: RequestsProof
  answers: Answers
  home: { commune: string | null; province: string | null }
  subject: Person
  requester: Person
  items: Item[]
  vneid: VneidHelp[]
  portal: RequestsPortal | null
  filingHelp: RequestsFilingHelp | null
  resultDelivery: RequestsResultDelivery | null
  /** What may follow the present status; 10 is reached by handing over. Empty before filing. */
  nextStatuses: readonly Status[]
  /** How the due date was counted; `sayStep` of calendar words it. */
  dueExplained: Step[]
  stopped: Stop | null
  /** The newest letter of apology. */
  extension: NamedAnew | null
  resultAt: Date | null
  handedOver: { at: Date; toName: string; toRelation: Relation } | null
  endedAt: Date | null
  endReason: string | null
  savings: Savings
  events: RequestEvent[]
}

/** One request whole; ID numbers and phones masked (see `revealPerson`). Another office's is not found. */
export async function getRequest(ctx: Ctx, input: { requestId: string }): Promise<WholeRequest> {
  requireRight(ctx, 'requests.read')
  const row = await selectRequests(ctx).where('r.id', '=', input.requestId).executeTakeFirst()
  if (!row) throw new Refusal('requests.not_found')
  const persons = await ctx.db
    .selectFrom('requests.person')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', 'in', [row.subject_id, row.requester_id])
    .execute()
  const person = (id: string) =>
    personOf(
      ctx,
      persons.find((it) => it.id === id)!,
    )
  const [stop, extension] = [await readStop(ctx, row.id), await readExtension(ctx, row.id)]
  return {
    ...summaryOf(ctx, row),
    slipToken: row.slip_token,
    procedureVersionId: row.procedure_version_id,
    proof: row.proof,
    answers: row.answers as Answers,
    home: { commune: row.home_commune_name, province: row.home_province_name },
    subject: person(row.subject_id),
    requester: person(row.requester_id),
    items: await readItems(ctx, row.id),
    vneid: await readVneidHelp(ctx, row.id),
    portal: row.portal,
    filingHelp: row.filing_help,
    resultDelivery: row.result_delivery,
    nextStatuses: row.status === null ? [] : nextStatuses(row.status as Status),
    dueExplained: (await readDue(ctx, row))?.explained ?? [],
    stopped: stop,
    extension,
    resultAt: row.result_at,
    handedOver:
      row.handed_over_at && row.handed_to_name !== null
        ? {
            at: row.handed_over_at,
            toName: row.handed_to_name,
            toRelation: row.handed_to_relation as Relation,
          }
        : null,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    savings: await readSavings(ctx, row),
    events: await readEvents(ctx, row.id),
  }
}

import type { Ctx } from '#src/base/ctx.ts'
import type {
  RequestsFilingHelp,
  RequestsItemState,
  RequestsPortal,
  RequestsProof,
  RequestsResultDelivery,
  RequestsVneidState,
} from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { Step } from '#src/modules/calendar/index.ts'
import type { Answers, Relation, Said } from '#src/modules/catalogue/index.ts'
import { readDue } from './due.ts'
import type { EventKind, RequestEvent } from './event.ts'
import { readSavings } from './keep-savings.ts'
import { personOf, type Person } from './person.ts'
import { selectRequests, summaryOf, type RequestSummary } from './request.ts'
import type { Savings } from './savings.ts'
import { nextStatuses, type Status } from './status.ts'
import type { VneidBlock, VneidStep } from './vneid.ts'

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

export type WholeRequest = RequestSummary & {
  slipToken: string
  procedureVersionId: string
  proof: RequestsProof
  answers: Answers
  home: { commune: string | null; province: string | null }
  subject: Person
  requester: Person
  items: Item[]
  vneid: { step: VneidStep; state: RequestsVneidState; reason: VneidBlock | null; at: Date }[]
  portal: RequestsPortal | null
  filingHelp: RequestsFilingHelp | null
  resultDelivery: RequestsResultDelivery | null
  /** What may follow the present status; 10 is reached by handing over. Empty before filing. */
  nextStatuses: readonly Status[]
  /** How the due date was counted; `sayStep` of calendar words it. */
  dueExplained: Step[]
  /** Since when the authority's clock stands still, and what it asked for. */
  stopped: { since: Date; because: 'supplement' | 'payment'; askedFor: string } | null
  /** The newest letter of apology. */
  extension: { sentAt: Date; oldDueAt: Date; newDueOn: Temporal.PlainDate; reason: string } | null
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
    vneid: await readVneid(ctx, row.id),
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

export async function readEvents(ctx: Ctx, requestId: string): Promise<RequestEvent[]> {
  const rows = await ctx.db
    .selectFrom('requests.event')
    .select(['at', 'kind', 'status', 'note', 'officer_id'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind as EventKind,
    status: row.status as Status | null,
    note: row.note,
    officerId: row.officer_id,
  }))
}

/** The open stop of the clock; null while it runs. */
export async function readStop(ctx: Ctx, requestId: string): Promise<WholeRequest['stopped']> {
  const row = await ctx.db
    .selectFrom('requests.clock_stop')
    .select(['from_at as since', 'because', 'asked_for as askedFor'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

async function readVneid(ctx: Ctx, requestId: string): Promise<WholeRequest['vneid']> {
  const rows = await ctx.db
    .selectFrom('requests.vneid_help')
    .select(['step', 'state', 'block_reason', 'at'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('step')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    state: row.state,
    reason: row.block_reason as VneidBlock | null,
    at: row.at,
  }))
}

async function readExtension(ctx: Ctx, requestId: string): Promise<WholeRequest['extension']> {
  const row = await ctx.db
    .selectFrom('requests.extension')
    .select(['sent_at as sentAt', 'old_due_at as oldDueAt', 'new_due_on as newDueOn', 'reason'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

import { randomBytes } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { RequestsComing, RequestsHomeKind } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getProcedure, type Answers, type Relation } from '#src/modules/catalogue/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { tell } from './event.ts'
import { findReceived } from './find-received.ts'
import { giveNumber } from './give-number.ts'
import { isMinor, type PersonInput } from './person.ts'
import { placeHome } from './place-home.ts'
import { codeMonth, requestCode } from './request-code.ts'
import { requireProxy } from './require-proxy.ts'
import { requireVisit } from './require-visit.ts'
import { chooseServiceDay } from './choose-service-day.ts'
import { optionalText } from './said-text.ts'
import { savePerson } from './save-person.ts'
import { writeItems } from './write-items.ts'

export type NewRequest = {
  /** Made once by the form: the same key again is the same request. */
  clientKey: string
  /** When the person came; now when left out. Earlier for what was written on paper first. */
  receivedAt?: Date
  /** Whom the result is for. */
  subject: PersonInput
  /** Who sits at the desk; the subject when left out, with relation 'self'. */
  requester?: PersonInput
  relation: Relation
  came: RequestsComing
  /** Only where no commune is known; else it follows from the subject's commune. */
  homeKind?: RequestsHomeKind
  procedureCode: string
  answers?: Answers
  /** Left out: the visit's day or today's open day, if any. Null: an ordinary day. */
  serviceDayId?: string | null
  /** The visit during which it is received; one visit can hold several requests. */
  visitId?: string | null
  note?: string | null
}

export type Received = { id: string; code: string; slipToken: string; again: boolean }

/**
 * A person's need is on record: who is here, for whom, which procedure as it stands on that day, who
 * is competent, which papers to bring. Sent twice with one `clientKey`, also at the same moment, it is
 * one request, and the second answer says `again`.
 *
 * Refuses what `savePerson` refuses; a procedure unknown or not in force on the day (catalogue); a
 * proxy where the law allows none; a moment in the future or before the office's first programme; a
 * home not told; a service day of another date or not open; a visit of another day. Nothing is stored
 * then.
 */
export async function receiveRequest(ctx: Ctx, input: NewRequest): Promise<Received> {
  requireRight(ctx, 'requests.work')
  if (!/^[\w-]{8,64}$/.test(input.clientKey)) throw new Refusal('requests.client_key_malformed')
  return inTransaction(ctx, async (ctx) => {
    const before = await findReceived(ctx, input.clientKey)
    if (before) return { ...before, again: true }

    const receivedAt = input.receivedAt ?? ctx.now
    if (receivedAt > ctx.now) throw new Refusal('requests.date_in_future', { field: 'receivedAt' })
    const receivedOn = vietnamDay(receivedAt)
    const version = await getProcedure(ctx, { code: input.procedureCode, at: receivedOn })
    const answers = input.answers ?? {}
    const minor = isMinor(input.subject, receivedOn)
    const proof = requireProxy(version, { ...input, answers, subjectIsMinor: minor === true })
    const visitId = input.visitId ?? null
    const visit = visitId === null ? null : await requireVisit(ctx, visitId, receivedOn)
    const wantedDay = input.serviceDayId === undefined ? visit?.openDayId : input.serviceDayId
    const serviceDayId = await chooseServiceDay(ctx, wantedDay, receivedOn)

    // Before the people are written, so that two requests which name the same two the other way
    // round take turns and do not wait for each other.
    const office = await getOffice(ctx)
    const month = codeMonth(receivedOn)
    const number = await giveNumber(ctx, month)

    const subjectId = await savePerson(ctx, input.subject, 'subject')
    const requesterId =
      input.relation === 'self' || !input.requester
        ? subjectId
        : await savePerson(ctx, input.requester, 'requester')
    if (input.relation !== 'self' && requesterId === subjectId)
      throw new Refusal('requests.requester_is_subject', { field: 'relation' })
    const home = await placeHome(ctx, { subjectId, homeKind: input.homeKind, on: receivedOn })

    const authority = version.authority?.name ?? {
      vi: version.authorityText ?? '',
      en: version.authorityText ?? '',
    }
    const request = await ctx.db
      .insertInto('requests.request')
      .values({
        office_id: ctx.officeId,
        code: requestCode(office.requestCodePrefix, month, number),
        client_key: input.clientKey,
        slip_token: randomBytes(12).toString('base64url'),
        received_at: receivedAt,
        received_on: receivedOn,
        service_day_id: serviceDayId,
        visit_id: visitId,
        subject_id: subjectId,
        requester_id: requesterId,
        helper_id: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
        relation: input.relation,
        proof,
        came: input.came,
        ...home,
        procedure_code: version.code,
        procedure_version_id: version.id,
        procedure_name: version.plainName.vi,
        procedure_name_en: version.plainName.en,
        authority_key: version.authority?.key ?? null,
        authority_name: authority.vi,
        authority_name_en: authority.en,
        authority_seat: version.authority?.seat ?? null,
        answers: JSON.stringify(answers),
      })
      .returning(['id', 'code', 'slip_token as slipToken'])
      .executeTakeFirstOrThrow()
    await writeItems(ctx, { requestId: request.id, version, answers, proof })
    const note = optionalText(input.note, 'note')
    await tell(ctx, request.id, 'received', {
      at: receivedAt,
      ...(note === null ? {} : { note }),
    })
    return { ...request, again: false }
  })
}

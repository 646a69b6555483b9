import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type {
  RequestsChannel,
  RequestsFilingHelp,
  RequestsPortal,
  RequestsResultDelivery,
} from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getProcedureVersion } from '#src/modules/catalogue/index.ts'
import { recountDue, termOf } from './due.ts'
import { tell } from './event.ts'
import { parseExternalCode } from './external-code.ts'
import { keepSavings } from './keep-savings.ts'
import { lockRequest, requireUnfiled } from './lock-request.ts'
import { statuses } from './status.ts'

export type Filing = {
  requestId: string
  /** The dossier code that the authority's portal gave. */
  externalCode: string
  /** When it was sent; now when left out. */
  filedAt?: Date
  portal: RequestsPortal
  filingHelp: RequestsFilingHelp
  channel: RequestsChannel
  resultDelivery: RequestsResultDelivery
  /** 1 registered, or 2 when the authority has received it already. */
  status?: 1 | 2
}

/**
 * The dossier went to the competent authority: its code is kept, its clock begins, and what is due
 * when is known (the 15:00 rule for same-day procedures is the calendar's). The person files with
 * their own account; the officer sits beside or only guides.
 *
 * Refuses a second filing, a code that cannot be one or is another request's, and a moment in the
 * future or before the day of receipt.
 */
export async function fileWithAuthority(ctx: Ctx, input: Filing): Promise<{ dueAt: Date | null }> {
  requireRight(ctx, 'requests.work')
  const externalCode = parseExternalCode(input.externalCode)
  const filedAt = input.filedAt ?? ctx.now
  const status = input.status ?? statuses.registered
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    requireUnfiled(request)
    if (filedAt > ctx.now) throw new Refusal('requests.date_in_future', { field: 'filedAt' })
    if (Temporal.PlainDate.compare(vietnamDay(filedAt), request.received_on) < 0)
      throw new Refusal('requests.filed_before_received', { field: 'filedAt' })
    const version = await getProcedureVersion(ctx, { id: request.procedure_version_id })
    const term = termOf(version, input.channel)
    const filed = {
      channel: input.channel,
      portal: input.portal,
      filing_help: input.filingHelp,
      result_delivery: input.resultDelivery,
      external_code: externalCode,
      filed_at: filedAt,
      status,
      status_at: filedAt,
      clock_from: filedAt,
      time_amount: term?.amount ?? null,
      time_unit: term?.unit ?? null,
    }
    await refuseBreach(
      {
        request_external_code_is_unique_in_office: [
          'requests.external_code_taken',
          { field: 'externalCode' },
        ],
      },
      () =>
        ctx.db
          .updateTable('requests.request')
          .set(filed)
          .where('office_id', '=', ctx.officeId)
          .where('id', '=', request.id)
          .execute(),
    )
    const dueAt = await recountDue(ctx, { ...request, ...filed })
    await keepSavings(ctx, request.id)
    await tell(ctx, request.id, 'filed', { at: filedAt, status })
    return { dueAt }
  })
}

import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Said } from '#src/modules/catalogue/index.ts'
import { getOffice, type Office } from '#src/modules/offices/index.ts'
import { getRequest, type WholeRequest } from './get-request.ts'

/** What is printed for the person to take home. The QR leads to the request by `token`. */
export type Slip = Pick<
  WholeRequest,
  | 'code'
  | 'receivedAt'
  | 'procedureCode'
  | 'procedureName'
  | 'authorityName'
  | 'subjectName'
  | 'requesterName'
  | 'externalCode'
  | 'filedAt'
  | 'dueAt'
  | 'dueOn'
  | 'resultDelivery'
  | 'stage'
> & {
  token: string
  missing: { name: Said; hint: Said | null; note: string | null }[]
  office: Pick<Office, 'slug' | 'name' | 'phone' | 'address' | 'opening'>
}

/** The slip of a request: code, address of the QR, what is missing, when it is due, whom to call. */
export async function readSlip(ctx: Ctx, input: { requestId: string }): Promise<Slip> {
  requireRight(ctx, 'requests.read')
  const it = await getRequest(ctx, input)
  const { slug, name, phone, address, opening } = await getOffice(ctx)
  return {
    token: it.slipToken,
    code: it.code,
    receivedAt: it.receivedAt,
    procedureCode: it.procedureCode,
    procedureName: it.procedureName,
    authorityName: it.authorityName,
    subjectName: it.subjectName,
    requesterName: it.requesterName,
    externalCode: it.externalCode,
    filedAt: it.filedAt,
    dueAt: it.dueAt,
    dueOn: it.dueOn,
    resultDelivery: it.resultDelivery,
    stage: it.stage,
    missing: it.items
      .filter((item) => item.state === 'missing')
      .map((item) => ({ name: item.name, hint: item.hint, note: item.note })),
    office: { slug, name, phone, address, opening },
  }
}

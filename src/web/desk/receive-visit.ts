import type { Ctx } from '#src/base/ctx.ts'
import { getVisit, type Visit } from '#src/modules/queue/index.ts'
import { findHeard } from '#src/modules/reach/index.ts'
import { listRequests } from '#src/modules/requests/index.ts'
import { heardValues } from './heard-fields.tsx'
import type { Values } from './receive-typed.ts'

/**
 * The form filled in with what the visit knows: who came, what for, whether they booked. Of several
 * matters the first that is not on record yet.
 */
export async function fillFromVisit(ctx: Ctx, visitId: string): Promise<Values> {
  const visit = await getVisit(ctx, { visitId })
  const { items } = await listRequests(ctx, { visitId })
  const done = new Set(items.map((it) => it.procedureCode))
  const again = items[0]
  const heard = await findHeard(ctx, { visitId, appointmentId: visit.appointmentId })
  return {
    visit: visit.id,
    'here.fullName': again?.requesterName ?? visit.name ?? '',
    'here.phone': visit.phone ?? '',
    came: visit.booked ? 'appointment' : 'here',
    ...heardValues(heard),
    ...codeOf(visit, done),
  }
}

function codeOf(visit: Visit, done: ReadonlySet<string>): Values {
  const code = visit.procedureCodes.find((it) => !done.has(it))
  return code === undefined ? {} : { code }
}
